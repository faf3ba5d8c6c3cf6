package dev.cadastre.server.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Says that a restore has begun and not ended, in the home by a file and in the database by a
 * table: what is there then is a part of a register, and no server may take it for the whole.
 */
final class RestoreMark {

    private static final String FILE = "restoring";
    private static final String LOADED = "loaded ";
    private static final String TABLE = "public.cadastre_restoring";

    private RestoreMark() {}

    static boolean isIn(Path home) {
        return Files.exists(home.resolve(FILE));
    }

    /** It is on the disk before anything else is. */
    static void set(Path home) throws IOException {
        write(home, "begun\n");
    }

    /**
     * All is there and on the disk, and only the marks have to go.
     *
     * @param what of which backup, and in which database
     */
    static void setLoaded(Path home, String what) throws IOException {
        write(home, LOADED + what + "\n");
    }

    /** Whether all of just that is there. */
    static boolean isLoaded(Path home, String what) throws IOException {
        return text(home).equals(LOADED + what + "\n");
    }

    /** Whether all of something is there. */
    static boolean isLoaded(Path home) throws IOException {
        return text(home).startsWith(LOADED);
    }

    private static String text(Path home) throws IOException {
        return isIn(home) ? Files.readString(home.resolve(FILE)) : "";
    }

    private static void write(Path home, String text) throws IOException {
        WholeFile.write(
                home.resolve(FILE), target -> target.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static void remove(Path home) throws IOException {
        Files.deleteIfExists(home.resolve(FILE));
        forceFolder(home);
    }

    private static void forceFolder(Path home) throws IOException {
        try (FileChannel folder = FileChannel.open(home, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    static boolean isIn(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row =
                        statement.executeQuery("select to_regclass('" + TABLE + "') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    static void set(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("create table if not exists " + TABLE + " ()");
        }
    }

    static void remove(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("drop table if exists " + TABLE);
        }
    }

    /** Refuses to start a server on a part of a register. */
    static void requireNone(Home home) {
        if (isIn(home.path())) {
            throw cut("the home " + home.path());
        }
    }

    static StartFailure cut(String where) {
        return new StartFailure(
                "A restore into %s has begun and not ended".formatted(where),
                "Run `cadastre restore FILE` again with the same home and database; it ends what it"
                        + " began, or empties it and begins anew.");
    }
}
