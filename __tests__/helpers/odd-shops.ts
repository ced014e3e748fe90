/** SQL that gives the schema `main` of a shop what good shops have and others do not; an administrator runs it. */
export const oddShop = [
  'CREATE DATABASE IF NOT EXISTS other',
  'CREATE TABLE other.p (id INT PRIMARY KEY) ENGINE=InnoDB',
  'INSERT INTO other.p VALUES (1)',
  'USE main',
  'CREATE TABLE far_key (id INT, FOREIGN KEY (id) REFERENCES other.p (id)) ENGINE=InnoDB',
  'INSERT INTO far_key VALUES (1)',
  'CREATE VIEW far_view AS SELECT x.id FROM other.p x JOIN far_key k ON k.id = x.id',
  'CREATE USER gone@localhost; GRANT ALL ON main.* TO gone@localhost',
  'CREATE DEFINER = gone@localhost VIEW orphaned AS SELECT code FROM store',
  'DROP USER gone@localhost',
  'CREATE SEQUENCE numbers START WITH 100',
  'CREATE TABLE numbered (id INT DEFAULT (NEXT VALUE FOR numbers), a INT) ENGINE=InnoDB',
  'INSERT INTO numbered (a) VALUES (1), (2)',
  'CREATE TABLE `two\nlines` (`a``b\n(c)` INT, `g;` INT AS (`a``b\n(c)` + 1) STORED) ENGINE=InnoDB',
  'INSERT INTO `two\nlines` (`a``b\n(c)`) VALUES (1), (2), (3)',
  'CREATE TABLE prices (price INT) ENGINE=InnoDB WITH SYSTEM VERSIONING',
  'INSERT INTO prices VALUES (1), (5); UPDATE prices SET price = 2 WHERE price = 1; DELETE FROM prices WHERE price = 5'
].join(';\n')

/** A table that InnoDB makes only outside its strict mode: its rows may be too large for a page. */
export const wideTable = `CREATE TABLE main.wide (${Array.from({ length: 200 }, (_, at) => `c${at} VARCHAR(40) NOT NULL DEFAULT ''`).join(', ')}) ENGINE=InnoDB CHARACTER SET utf8mb4 ROW_FORMAT=REDUNDANT`
