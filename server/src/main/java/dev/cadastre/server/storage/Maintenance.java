package dev.cadastre.server.storage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.cadastre.server.storage.backup.BackupFile;
import dev.cadastre.server.storage.backup.BackupHead;
import dev.cadastre.server.storage.backup.BackupRefused;
import dev.cadastre.server.storage.backup.SchemaVersions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.LoggerFactory;

/**
 * The server's program without a server: what is done to a home while none runs. The launcher
 * starts it for {@code cadastre restore}, {@code cadastre backup verify} and {@code cadastre
 * database forget-old}.
 */
public final class Maintenance {

    private static final int NO = 1;
    private static final int USAGE = 2;
    private static final String ROOM = "See free disk space and permissions.";

    private final PrintStream out;
    private final PrintStream err;
    private final MaintenanceDefaults defaults;

    Maintenance(PrintStream out, PrintStream err, MaintenanceDefaults defaults) {
        this.out = out;
        this.err = err;
        this.defaults = defaults;
    }

    /**
     * Does it.
     *
     * @return the exit status of a command: 0 done, 1 no, 2 usage
     */
    public static int carryOut(String[] arguments, MaintenanceDefaults defaults) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.ERROR);
        }
        return new Maintenance(System.out, System.err, defaults).run(arguments);
    }

    int run(String... arguments) {
        try {
            MaintenanceOrder order = MaintenanceOrder.of(List.of(arguments), defaults);
            switch (order.verb()) {
                case RESTORE -> restore(order);
                case VERIFY -> verify(order.requireFile(), order.terminal());
                case FORGET_OLD -> forgetOld(order.home());
            }
            return 0;
        } catch (MaintenanceOrder.Senseless e) {
            return say(USAGE, String.valueOf(e.getMessage()), e.remedy());
        } catch (BackupRefused e) {
            return say(NO, String.valueOf(e.getMessage()), e.remedy());
        } catch (StartFailure e) {
            return say(NO, String.valueOf(e.getMessage()), e.remedy());
        } catch (FileSystemException e) {
            return say(NO, e.getFile() + ": " + StartFailure.reason(e), ROOM);
        } catch (UncheckedIOException e) {
            String why = StartFailure.reason(Objects.requireNonNull(e.getCause()));
            return say(NO, e.getMessage() + ": " + why, ROOM);
        } catch (FlywayException | IOException e) {
            return say(NO, String.valueOf(e.getMessage()), ROOM);
        }
    }

    private int say(int status, String message, String remedy) {
        err.println("cadastre: " + message);
        err.println("  " + remedy);
        return status;
    }

    private void restore(MaintenanceOrder order) throws IOException {
        RestoreOrder restore = order.restore();
        try (var progress = new PrintedProgress(err, order.terminal())) {
            new Restore(restore, progress).run();
        } catch (BackupRefused e) {
            throw marked(restore, e);
        }
        out.printf(
                "%s is restored into %s%s%n",
                restore.file(),
                restore.home(),
                restore.databaseUrl() == null ? "" : " and the database that was named");
        out.printf(
                "Start the server there: its service, or `cadastre up --home %s`%s.%n",
                restore.home(),
                restore.databaseUrl() == null ? "" : " with the same --database-url");
    }

    /** What is there while the mark is in the home is no register yet. */
    private static BackupRefused marked(RestoreOrder restore, BackupRefused e) throws IOException {
        if (!RestoreMark.isIn(restore.home())) {
            return e;
        }
        String next =
                RestoreMark.isLoaded(restore.home())
                        ? "the same command ends what is nearly done"
                        : "the next restore empties it";
        return new BackupRefused(
                e.code(),
                String.valueOf(e.getMessage()),
                "%s The home %s is marked: no server starts on what was begun there, and %s."
                        .formatted(e.remedy(), restore.home(), next),
                e);
    }

    private void verify(Path path, boolean terminal) throws IOException {
        try (BackupFile file = BackupFile.open(path)) {
            BackupHead head = file.head();
            SchemaVersions.requireKnown(head.schemas(), SchemaVersions.newestKnown(), "The backup");
            try (var progress = new PrintedProgress(err, terminal)) {
                file.verify(progress);
            }
            out.printf("The contents of %s are whole.%n", path);
            out.printf(
                    "taken      %s on %s by version %s%n",
                    head.begunAt(), head.host(), head.program());
            out.printf("database   PostgreSQL %d%n", head.postgresql());
            out.printf(
                    "holds      %d tables, %d rows, %s%n",
                    head.tables().size(), file.rows(), size(file.bytes()));
            out.printf(
                    "key        %s%n",
                    head.key() == null ? "none needed" : "fingerprint " + head.key());
        }
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? "%d kB".formatted(Math.ceilDiv(bytes, 1 << 10))
                : "%d MB".formatted(bytes >> 20);
    }

    private void forgetOld(Path home) throws IOException {
        List<Path> gone = OldCluster.forget(home);
        gone.forEach(path -> out.println(path + " is deleted"));
        if (gone.isEmpty()) {
            out.println("There is no old database in " + home);
        }
    }
}
