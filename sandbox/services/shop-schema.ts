/** Size and content of a shop's database. */
export interface ShopSize {
  /** Orders; the other sales tables follow. About 2 kB each over all tables. */
  readonly rows: number
  /** Modules that are installed at the start, with their versions. */
  readonly modules?: Readonly<Record<string, string>>
}

const installedModules = { Magento_Store: '100.4.0', Magento_Catalog: '100.4.0', Magento_Sales: '100.4.0' }

/** SQL that makes the tables of a shop and fills them: all InnoDB, with a view and a trigger. */
export function shopSchemaSql({ rows, modules = installedModules }: ShopSize): string {
  return [tables, settings, installed(modules), sales(Math.max(1, Math.trunc(rows))), objects].join('\n')
}

const tables = `
CREATE TABLE setup_module (module VARCHAR(50) PRIMARY KEY, schema_version VARCHAR(50), data_version VARCHAR(50)) ENGINE=InnoDB;
CREATE TABLE patch_list (patch_id INT AUTO_INCREMENT PRIMARY KEY, patch_name VARCHAR(255) NOT NULL UNIQUE) ENGINE=InnoDB;
CREATE TABLE core_config_data (config_id INT AUTO_INCREMENT PRIMARY KEY, scope VARCHAR(8) NOT NULL DEFAULT 'default',
  scope_id INT NOT NULL DEFAULT 0, path VARCHAR(255) NOT NULL, value TEXT,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, UNIQUE (scope, scope_id, path)) ENGINE=InnoDB;
CREATE TABLE store_website (website_id SMALLINT AUTO_INCREMENT PRIMARY KEY, code VARCHAR(32) UNIQUE, name VARCHAR(64)) ENGINE=InnoDB;
CREATE TABLE store (store_id SMALLINT AUTO_INCREMENT PRIMARY KEY, code VARCHAR(32) UNIQUE, website_id SMALLINT NOT NULL,
  name VARCHAR(255), is_active SMALLINT NOT NULL DEFAULT 1, FOREIGN KEY (website_id) REFERENCES store_website (website_id)) ENGINE=InnoDB;
CREATE TABLE admin_user (user_id INT AUTO_INCREMENT PRIMARY KEY, username VARCHAR(40) UNIQUE, email VARCHAR(128), password VARCHAR(255)) ENGINE=InnoDB;
CREATE TABLE eav_attribute (attribute_id INT AUTO_INCREMENT PRIMARY KEY, attribute_code VARCHAR(255), backend_type VARCHAR(8)) ENGINE=InnoDB;
CREATE TABLE catalog_product_entity (entity_id INT AUTO_INCREMENT PRIMARY KEY, sku VARCHAR(64) UNIQUE, type_id VARCHAR(32)) ENGINE=InnoDB;
CREATE TABLE catalog_product_entity_varchar (value_id INT AUTO_INCREMENT PRIMARY KEY, attribute_id INT NOT NULL, entity_id INT NOT NULL,
  value VARCHAR(255), FOREIGN KEY (entity_id) REFERENCES catalog_product_entity (entity_id)) ENGINE=InnoDB;
CREATE TABLE customer_entity (entity_id INT AUTO_INCREMENT PRIMARY KEY, email VARCHAR(255), firstname VARCHAR(255), lastname VARCHAR(255),
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, KEY (email)) ENGINE=InnoDB;
CREATE TABLE quote (entity_id INT AUTO_INCREMENT PRIMARY KEY, customer_id INT, is_active TINYINT, grand_total DECIMAL(20,4), payload TEXT) ENGINE=InnoDB;
CREATE TABLE sales_order (entity_id INT AUTO_INCREMENT PRIMARY KEY, increment_id VARCHAR(50) UNIQUE, customer_id INT, status VARCHAR(32),
  grand_total DECIMAL(20,4), customer_email VARCHAR(255), customer_note TEXT, protect_code VARBINARY(32),
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, KEY (created_at)) ENGINE=InnoDB;
CREATE TABLE sales_order_item (item_id INT AUTO_INCREMENT PRIMARY KEY, order_id INT NOT NULL, sku VARCHAR(255), name VARCHAR(255),
  qty_ordered DECIMAL(12,4), product_options TEXT, KEY (order_id)) ENGINE=InnoDB;
CREATE TABLE cron_schedule (schedule_id INT AUTO_INCREMENT PRIMARY KEY, job_code VARCHAR(255), status VARCHAR(7) DEFAULT 'pending',
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP) ENGINE=InnoDB;
`

const settings = `
INSERT INTO store_website VALUES (1, 'base', 'Main Website');
INSERT INTO store VALUES (1, 'default', 1, 'Default Store View', 1);
INSERT INTO core_config_data (path, value) VALUES ('web/unsecure/base_url', 'http://localhost/'), ('general/locale/code', 'en_US'),
  ('general/store_information/name', 'Ünïcode ''quoted'' shop ☕');
INSERT INTO admin_user (username, email, password) VALUES ('admin', 'admin@example.com', 'no-password');
INSERT INTO eav_attribute (attribute_code, backend_type) VALUES ('name', 'varchar'), ('url_key', 'varchar');
INSERT INTO catalog_product_entity SELECT seq, CONCAT('SKU-', seq), 'simple' FROM seq_1_to_200;
INSERT INTO catalog_product_entity_varchar (attribute_id, entity_id, value) SELECT 1, entity_id, CONCAT('Product ', sku) FROM catalog_product_entity;
INSERT INTO cron_schedule (job_code, status) SELECT CONCAT('job_', seq % 7), 'success' FROM seq_1_to_50;
`

function installed(modules: Readonly<Record<string, string>>): string {
  const values = Object.entries(modules).map(([name, version]) => `('${name}', '${version}', '${version}')`)
  return values.length === 0 ? '' : `INSERT INTO setup_module VALUES ${values.join(', ')};`
}

function sales(rows: number): string {
  const random = `CONCAT(MD5(seq), MD5(seq * 7), SHA1(seq * 13), MD5(seq * 31))`
  return `
SET unique_checks = 0, foreign_key_checks = 0, autocommit = 0;
INSERT INTO customer_entity (entity_id, email, firstname, lastname)
  SELECT seq, CONCAT('customer', seq, '@example.com'), CONCAT('First', seq % 97), CONCAT('Last', seq % 89) FROM seq_1_to_${Math.ceil(rows / 2)};
INSERT INTO quote SELECT seq, seq % 1000, seq % 2, seq % 500, CONCAT('{"totals":"', ${random}, '","note":"', REPEAT('quote ', 40), '"}') FROM seq_1_to_${rows};
INSERT INTO sales_order (entity_id, increment_id, customer_id, status, grand_total, customer_email, customer_note, protect_code)
  SELECT seq, LPAD(seq, 9, '0'), seq % 1000, 'complete', seq % 500, CONCAT('customer', seq % 1000, '@example.com'),
    CONCAT('It''s "quoted"; -- ', ${random}, REPEAT(' order note', 20)), UNHEX(MD5(seq)) FROM seq_1_to_${rows};
INSERT INTO sales_order_item (order_id, sku, name, qty_ordered, product_options)
  SELECT CEIL(seq / 2), CONCAT('SKU-', seq % 200 + 1), 'Product', 1, CONCAT('{"info":"', ${random}, REPEAT(' option', 30), '"}') FROM seq_1_to_${rows * 2};
COMMIT;
SET autocommit = 1;`
}

const objects = `
CREATE VIEW inventory_stock_1 AS SELECT entity_id AS product_id, sku, 1 AS is_salable FROM catalog_product_entity;
CREATE TRIGGER trg_catalog_product_entity_after_delete AFTER DELETE ON catalog_product_entity
  FOR EACH ROW INSERT INTO cron_schedule (job_code) VALUES ('reindex');
`
