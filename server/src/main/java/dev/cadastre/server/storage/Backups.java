package dev.cadastre.server.storage;

import dev.cadastre.server.ServerVersion;
import dev.cadastre.server.storage.backup.BackupRefused;
import dev.cadastre.server.storage.backup.BackupTaking;
import dev.cadastre.server.storage.backup.KeptFiles;
import dev.cadastre.server.storage.backup.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** Takes backups while the server runs. Whether somebody may is for the caller to know. */
@NamedInterface("backups")
@Service
public class Backups {

    private final DataSource database;
    private final Home home;
    private final ObjectProvider<KeptFiles> keepers;
    private final Clock clock;

    /** Each holds a connection and old rows for as long as it takes. */
    private final Semaphore turn = new Semaphore(1);

    Backups(DataSource database, Home home, ObjectProvider<KeptFiles> keepers, Clock clock) {
        this.database = database;
        this.home = home;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** Gives where a backup is to go, once it is certain that it begins. */
    public interface Target {
        /** Opens it; the caller of {@link #take} closes it. */
        OutputStream open() throws IOException;
    }

    /**
     * Takes one, of the moment at which it is called.
     *
     * @throws BackupRefused if another is being taken; the target was not opened then
     * @throws IOException if it cannot be read or written to its end; what was written is no backup
     */
    public void take(Target target) throws IOException {
        if (!turn.tryAcquire()) {
            throw new BackupRefused(
                    "backup.running",
                    "A backup is being taken already.",
                    "Wait until it is done, and ask again.");
        }
        try {
            List<KeptFiles> all = keepers.orderedStream().toList();
            new BackupTaking(
                            database::getConnection,
                            PartSchemas.PARTS,
                            home.path(),
                            all,
                            new BackupTaking.Origin(
                                    ServerVersion.text(),
                                    Machine.name(),
                                    MasterKey.fingerprint(home.path())))
                    .write(target.open(), clock, Progress.NONE);
        } finally {
            turn.release();
        }
    }
}
