package dev.cadastre.server.storage.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes backups of one register. A backup shows one moment: that at which its snapshot of the
 * tables begins, from before which on nothing that these name is removed from the home.
 *
 * @param database the tables
 * @param parts whose schemas they are in
 * @param home the files
 * @param keepers those who keep files while the server runs; null while none does, when all is as
 *     they left it
 * @param origin what the backup says of where it is from
 */
public record BackupTaking(
        Database database,
        List<String> parts,
        Path home,
        @Nullable List<KeptFiles> keepers,
        Origin origin) {

    /**
     * Where a backup is from.
     *
     * @param program its version
     * @param host the machine
     * @param key the fingerprint of the key by which secrets are sealed; null if there is none
     */
    public record Origin(String program, String host, @Nullable String key) {}

    /**
     * Writes a whole backup.
     *
     * @param target takes it; not closed
     * @throws IOException if something cannot be read or written; what was written is no backup
     */
    public void write(OutputStream target, Clock clock, Progress progress) throws IOException {
        List<KeptFiles.Hold> holds = new ArrayList<>();
        try (BackupWriter writer = new BackupWriter(target, progress)) {
            if (keepers != null) {
                keepers.forEach(keeper -> holds.add(keeper.hold()));
            }
            try (Snapshot snapshot = Snapshot.open(database, parts)) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                write(snapshot, writer, now, progress);
                progress.step("files");
                for (KeptFiles.Hold hold : holds) {
                    hold.copy(snapshot.connection(), writer);
                }
            }
            if (keepers == null) {
                HomeFiles.copyOfParts(home, writer);
            }
            HomeFiles.copyPutThere(home, writer);
            writer.finish();
        } catch (SQLException e) {
            throw new IOException("The database cannot be read: " + e.getMessage(), e);
        } finally {
            holds.forEach(KeptFiles.Hold::close);
        }
    }

    private void write(Snapshot snapshot, BackupWriter writer, Instant now, Progress progress)
            throws IOException, SQLException {
        writer.document(
                BackupHead.ENTRY,
                new BackupHead(
                        BackupHead.FORMAT,
                        origin.program(),
                        origin.host(),
                        now,
                        snapshot.postgresql(),
                        snapshot.schemas(),
                        origin.key(),
                        snapshot.tables()));
        for (StoredTable table : snapshot.tables()) {
            progress.step(table.part() + "." + table.name());
            writer.table(table, target -> snapshot.copy(table, target));
        }
        writer.document(StoredSequence.ENTRY, snapshot.sequences());
    }

    /** About how many bytes there are to write, before they are packed. */
    public long bytes() throws IOException {
        try (Snapshot snapshot = Snapshot.open(database, parts)) {
            return snapshot.bytes() + HomeFiles.bytes(home);
        } catch (SQLException e) {
            throw new IOException("The database cannot be read: " + e.getMessage(), e);
        }
    }
}
