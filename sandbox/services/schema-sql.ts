/** A shop's schema. */
export interface SchemaOptions {
  readonly name: string
  readonly user: string
  readonly password: string
  /** Rows in the table of orders; a row of order and item weighs about a kilobyte. */
  readonly rows: number
  /** Modules and the versions that the database has for them. */
  readonly modules: readonly { readonly name: string; readonly version: string }[]
}

const engine = 'ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4'

/** SQL that makes the schema, its user and its data: the tables of a shop in miniature, a view, a trigger, all InnoDB. */
export function schemaSql({ name, user, password, rows, modules }: SchemaOptions): string {
  const text = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
  const moduleRows = modules.map((module) => `(${text(module.name)},${text(module.version)},${text(module.version)})`)
  return [
    `CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`,
    ...['localhost', '127.0.0.1'].flatMap((host) => [
      `CREATE USER ${text(user)}@${text(host)} IDENTIFIED BY ${text(password)}`,
      `GRANT ALL ON \`${name}\`.* TO ${text(user)}@${text(host)}`
    ]),
    `USE \`${name}\``,
    ...tables,
    ...(moduleRows.length > 0 ? [`INSERT INTO setup_module VALUES ${moduleRows.join(',')}`] : []),
    "INSERT INTO store_website VALUES (0,'admin','Admin'),(1,'base','Main Website')",
    "INSERT INTO store VALUES (0,'admin',0,'Admin'),(1,'default',1,'Default Store View')",
    "INSERT INTO core_config_data (scope,scope_id,path,value) VALUES ('default',0,'web/unsecure/base_url','http://localhost/'),('default',0,'general/locale/code','en_US')",
    `INSERT INTO sales_order (increment_id,customer_email,grand_total,created_at,payload) SELECT LPAD(seq,9,'0'), CONCAT('customer',seq,'@example.com'), seq * 1.25, NOW(), REPEAT(SHA2(seq, 256), 7) FROM seq_1_to_${Math.max(rows, 1)}`,
    "INSERT INTO sales_order_item (order_id,sku,name,options) SELECT entity_id, CONCAT('SKU-',entity_id), CONCAT('Grüße – ',entity_id), REPEAT(MD5(entity_id), 12) FROM sales_order",
    "INSERT INTO customer_entity (email,firstname,lastname) SELECT customer_email, 'Maria', 'Muster' FROM sales_order LIMIT 1000",
    'CREATE VIEW inventory_stock_1 AS SELECT sku, COUNT(*) AS quantity FROM sales_order_item GROUP BY sku',
    'CREATE TRIGGER sales_order_insert BEFORE INSERT ON sales_order FOR EACH ROW SET NEW.created_at = COALESCE(NEW.created_at, NOW())'
  ].join(';\n')
}

const tables = [
  `CREATE TABLE setup_module (module varchar(50) NOT NULL PRIMARY KEY, schema_version varchar(50), data_version varchar(50)) ${engine}`,
  `CREATE TABLE core_config_data (config_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, scope varchar(8) NOT NULL DEFAULT 'default', scope_id int NOT NULL DEFAULT 0, path varchar(255) NOT NULL, value text, UNIQUE KEY scope_path (scope, scope_id, path)) ${engine}`,
  `CREATE TABLE store_website (website_id smallint unsigned NOT NULL PRIMARY KEY, code varchar(32), name varchar(64)) ${engine}`,
  `CREATE TABLE store (store_id smallint unsigned NOT NULL PRIMARY KEY, code varchar(32), website_id smallint unsigned, name varchar(255), CONSTRAINT store_website FOREIGN KEY (website_id) REFERENCES store_website (website_id)) ${engine}`,
  `CREATE TABLE patch_list (patch_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, patch_name varchar(1024)) ${engine}`,
  `CREATE TABLE sales_order (entity_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, increment_id varchar(50), customer_email varchar(128), grand_total decimal(20,4), created_at timestamp NULL, payload text, KEY email (customer_email)) ${engine}`,
  `CREATE TABLE sales_order_item (item_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, order_id int unsigned NOT NULL, sku varchar(255), name varchar(255), options text, KEY sku (sku)) ${engine}`,
  `CREATE TABLE quote (entity_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, customer_email varchar(255), is_active smallint DEFAULT 1) ${engine}`,
  `CREATE TABLE customer_entity (entity_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, email varchar(255), firstname varchar(255), lastname varchar(255), password_hash varchar(128)) ${engine}`,
  `CREATE TABLE admin_user (user_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, username varchar(40), email varchar(128)) ${engine}`,
  `CREATE TABLE cron_schedule (schedule_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, job_code varchar(255), status varchar(7)) ${engine}`,
  `CREATE TABLE eav_attribute (attribute_id smallint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, attribute_code varchar(255)) ${engine}`
]
