package dev.cadastre.server.storage.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * Loads the tables of a verified backup into an empty database. The form of the tables is this
 * program's own, of the versions that the backup names; of the backup come values only.
 */
public final class Loading {

    private final BackupFile file;
    private final Database database;
    private final Schemas schemas;
    private final Progress progress;

    /** Does nothing yet. */
    public Loading(BackupFile file, Database database, Schemas schemas, Progress progress) {
        this.file = file;
        this.database = database;
        this.schemas = schemas;
        this.progress = progress;
    }

    /** One thing to do of which others do not depend. */
    private interface Work {
        void on(Connection connection) throws SQLException, IOException;
    }

    /**
     * Loads all, and brings it to the newest version.
     *
     * @throws BackupRefused if the tables are of a later program, or rows are not what they should
     *     be; what was loaded until then is there
     */
    public void load() throws IOException {
        SchemaVersions.requireKnown(file.head().schemas(), schemas.newest(), "The backup");
        progress.step("tables");
        schemas.make(file.head().schemas());
        try {
            Postponed postponed = prepare();
            loadTables();
            progress.step("indexes");
            all(postponed.indexes().stream().map(Loading::sql).toList());
            all(postponed.keys().stream().map(Loading::sql).toList());
            try (Connection connection = database.open()) {
                setSequences(connection);
            }
            all(
                    file.head().tables().stream()
                            .map(table -> sql("analyze " + table.quoted()))
                            .toList());
        } catch (SQLException e) {
            throw unfit(e);
        }
        progress.step("migrations");
        if (!file.head().schemas().equals(schemas.newest())) {
            schemas.migrate();
        }
    }

    private static Work sql(String text) {
        return connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(text);
            }
        };
    }

    private Postponed prepare() throws SQLException {
        try (Connection connection = database.open()) {
            Catalogue catalogue = new Catalogue(connection, schemas.parts());
            for (String missing :
                    new TableFit(catalogue.tables(), catalogue.partitioned())
                            .missing(file.head().tables())) {
                sql(missing).on(connection);
            }
            return Postponed.drop(connection, schemas.parts());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The largest first, so that none is left over at the end. */
    private void loadTables() throws IOException {
        Map<String, Manifest.Item> items = new HashMap<>();
        file.items().forEach(item -> items.put(item.name(), item));
        List<StoredTable> tables = new ArrayList<>(file.head().tables());
        tables.sort(
                Comparator.comparingLong((StoredTable table) ->
                                Objects.requireNonNull(items.get(table.entry())).bytes())
                        .reversed());
        all(
                tables.stream()
                        .map(table ->
                                loading(table, Objects.requireNonNull(items.get(table.entry()))))
                        .toList());
    }

    /** Emptied and filled in one transaction, rows need neither be logged nor looked at again. */
    private Work loading(StoredTable table, Manifest.Item item) {
        return connection -> {
            progress.step(table.part() + "." + table.name());
            connection.setAutoCommit(false);
            sql("truncate " + table.quoted()).on(connection);
            String copy =
                    "copy %s (%s) from stdin with (freeze)"
                            .formatted(table.quoted(), table.columnList());
            try (InputStream rows = new Told(file.open(item), progress)) {
                long loaded = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, rows);
                BackupFile.requireRows(item, loaded);
            }
            connection.commit();
            connection.setAutoCommit(true);
        };
    }

    private void all(List<Work> works) throws IOException {
        Workers.run(works.stream().map(this::onItsOwn).toList());
    }

    private Workers.Work onItsOwn(Work work) {
        return () -> {
            try (Connection connection = database.open()) {
                work.on(connection);
            } catch (SQLException e) {
                throw unfit(e);
            }
        };
    }

    private static BackupRefused unfit(SQLException e) {
        return new BackupRefused(
                "backup.unfit",
                "The database does not take what is in the backup: " + e.getMessage(),
                "See whether there is room for it; if there is, the backup is not what a server"
                        + " wrote: use another.",
                e);
    }

    private void setSequences(Connection connection) throws IOException, SQLException {
        Set<String> known = new HashSet<>();
        new Catalogue(connection, schemas.parts())
                .sequences()
                .forEach(sequence -> known.add(sequence.quoted()));
        for (StoredSequence sequence : file.sequences()) {
            if (!known.remove(sequence.quoted())) {
                throw BackupRefused.damaged("there is no sequence " + sequence.quoted());
            }
            try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
                statement.setString(1, sequence.quoted());
                statement.setLong(2, sequence.last());
                statement.setBoolean(3, sequence.called());
                statement.execute();
            }
        }
        if (!known.isEmpty()) {
            throw BackupRefused.damaged("it lacks the sequence " + known.iterator().next());
        }
    }

    /** Tells how much of an entry was read. */
    private static final class Told extends FilterInputStream {

        private final Progress progress;

        Told(InputStream in, Progress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            progress.bytes(Math.max(0, read));
            return read;
        }
    }
}
