package dev.cadastre.server.parcels.app;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.storage.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A file beside the parcels that says of which each app is, so that whoever sits at this machine
 * finds an app's manual also when the server is down.
 */
@Component
class AppIndex {

    private static final Logger log = LoggerFactory.getLogger(AppIndex.class);
    private static final String FILE = "apps.json";

    private final AppLists lists;
    private final Home home;
    private final ReentrantLock turn = new ReentrantLock();

    AppIndex(AppLists lists, Home home) {
        this.lists = lists;
        this.home = home;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        write();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(AppChanged changed) {
        write();
    }

    /** Whole or not at all: whoever reads it does so at any time. */
    private void write() {
        Map<String, Map<String, String>> index = new TreeMap<>();
        lists.current(null, Reach.ALL)
                .forEach(one -> index.put(one.app().toString(), told(one.parcel())));
        turn.lock();
        try {
            Path folder = home.folder("parcels");
            Path begun = Files.createTempFile(folder, FILE, ".new");
            Files.writeString(begun, AppJson.write(index));
            Files.move(begun, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("Manuals of apps cannot be found without the server", e);
        } finally {
            turn.unlock();
        }
    }

    private static Map<String, String> told(AppParcel parcel) {
        return Map.of(
                "parcel", parcel.name(),
                "version", parcel.version(),
                "digest", parcel.digest());
    }
}
