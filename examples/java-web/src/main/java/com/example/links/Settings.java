package com.example.links;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What differs between hosts. The password of the database is in {@code ~/.pgpass}. */
record Settings(String host, String database, String user, int port, String title) {

    static Settings read(Path file) throws IOException {
        Properties stated = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stated.load(reader);
        }
        return new Settings(
                stated.getProperty("database.host", "localhost"),
                stated.getProperty("database.name", "links"),
                stated.getProperty("database.user", "links"),
                Integer.parseInt(stated.getProperty("port", "8000")),
                stated.getProperty("title", "Links"));
    }
}
