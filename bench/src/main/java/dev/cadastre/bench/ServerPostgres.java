package dev.cadastre.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The PostgreSQL that a running server brings along, as its administrator reaches it. */
final class ServerPostgres {

    private static final int PORT_LINE = 3;
    private static final String USER = "cadastre";

    private final String port;
    private final String password;

    private ServerPostgres(String port, String password) {
        this.port = port;
        this.password = password;
    }

    /** The one of the server that has this home. */
    static ServerPostgres at(Path home) throws IOException {
        Path postgres = home.resolve("postgres");
        return new ServerPostgres(
                Files.readAllLines(postgres.resolve("data/postmaster.pid")).get(PORT_LINE),
                Files.readString(postgres.resolve("password")).strip());
    }

    /** Opens a connection to one of its databases. */
    Connection connect(String database) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        return DriverManager.getConnection(url, USER, password);
    }
}
