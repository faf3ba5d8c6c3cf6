package com.example.links;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The program: {@code links SETTINGS serve | version | migrate VERSION | copy | discard}. */
public final class Links {

    private Links() {}

    /** Runs it. */
    public static void main(String[] words) throws IOException, SQLException, InterruptedException {
        if (words.length < 2) {
            throw usage();
        }
        Settings settings = Settings.read(Path.of(words[0]));
        // A migration is tried on a copy first.
        String copy = System.getenv().getOrDefault("CADASTRE_COPY", "");
        Database database = new Database(settings, copy.isEmpty() ? settings.database() : copy);
        switch (words[1]) {
            case "serve" -> new Pages(database, settings.title()).serve(settings.port());
            case "version" -> System.out.println(new Schema(database).version());
            case "migrate" -> new Schema(database).migrate(Integer.parseInt(words[2]));
            case "copy" -> System.out.println(database.copy());
            case "discard" -> database.drop(copy);
            default -> throw usage();
        }
    }

    private static IllegalArgumentException usage() {
        return new IllegalArgumentException(
                "use: links SETTINGS serve | version | migrate VERSION | copy | discard");
    }
}
