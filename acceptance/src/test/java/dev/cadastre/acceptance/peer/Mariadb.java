package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** MariaDB with one table, and an account that may read it. */
final class Mariadb implements Peer {

    private static final int PORT = 3306;

    /** The program that fills a new data folder belongs to a package that also starts services. */
    private static final String FILL_DATA_FOLDER =
            """
            useradd --system mysql
            install --directory --owner=mysql /srv/mysql
            cd /usr/share/mysql
            {
                printf 'CREATE DATABASE mysql;\\nUSE mysql;\\n'
                cat mysql_system_tables.sql mysql_performance_tables.sql mysql_system_tables_data.sql
            } | mariadbd --no-defaults --bootstrap --user=mysql --datadir=/srv/mysql
            """;

    @Override
    public void start(LabHost host) {
        host.run(FILL_DATA_FOLDER);
        host.writeFile(
                "/srv/shop.sql",
                """
                CREATE DATABASE shop;
                CREATE TABLE shop.stock (pieces INT);
                INSERT INTO shop.stock VALUES (7);
                CREATE USER cadastre IDENTIFIED BY 's3cret';
                GRANT SELECT ON shop.* TO cadastre;
                """);
        host.launch(
                        "root",
                        "mariadbd",
                        "--no-defaults",
                        "--user=mysql",
                        "--datadir=/srv/mysql",
                        "--bind-address=" + host.address(),
                        "--socket=/srv/mysql/socket",
                        "--skip-name-resolve",
                        "--init-file=/srv/shop.sql")
                .awaitPort(PORT);
    }

    @Override
    public String checks() {
        String query =
                "check_mysql_query -H HOST -u cadastre -p s3cret -d shop"
                        + " -q 'SELECT pieces FROM stock'";
        return """
        0 check_mysql -H HOST -u cadastre -p s3cret -d shop
        2= check_mysql -H HOST -u cadastre -p wrong -d shop
        2= check_mysql -H HOST -P 3307 -u cadastre -p s3cret
        0= QUERY -w 5: -c 3:
        1= QUERY -w 8: -c 3:
        2= QUERY -w 8: -c 9:
        2= check_mysql_query -H HOST -u cadastre -p s3cret -d shop -q 'SELECT boxes FROM stock'
        """
                .replace("QUERY", query);
    }
}
