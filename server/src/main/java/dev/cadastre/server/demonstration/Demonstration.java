package dev.cadastre.server.demonstration;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.storage.Home;
import dev.cadastre.server.storage.RegisterClock;
import dev.cadastre.server.storage.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether this server shows the invented organisation. A home is the demonstration's for good: what
 * is invented must never be taken for what is. Thread-safe.
 */
@Component
public class Demonstration {

    /**
     * The file in the home that says so, from before anything is invented on; what it holds is when
     * the past was written, and nothing until it was.
     */
    private static final String MARK = "demonstration";

    private static final String ESTATE = "estate.ini";

    private final Home home;
    private final boolean on;
    private final boolean fresh;
    private volatile boolean written;

    Demonstration(
            Home home,
            Hosts hosts,
            RegisterClock clock,
            @Value("${cadastre.demo:false}") boolean wanted,
            @Value("${cadastre.database-url:}") String database) {
        this.home = home;
        boolean marked = Files.exists(home.file(MARK));
        this.on = wanted || marked;
        this.fresh = on && !marked;
        if (on) {
            requireOwnDatabase(database);
        }
        if (marked) {
            requireWhole();
        }
        if (fresh) {
            requireEmpty(hosts);
            mark("");
            writeEstate();
            clock.pretend(beginning());
        }
    }

    /** Whether what is shown is invented. */
    public boolean isOn() {
        return on;
    }

    /** Whether the invented past has still to be written. */
    boolean isNew() {
        return fresh;
    }

    /** Where the invented past begins, counted from the system's present. */
    static Instant beginning() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(Past.DAYS));
    }

    /** Whether the present of the invented organisation goes on, after its past. */
    boolean isUnderWay() {
        return on && (written || !fresh);
    }

    void written() {
        mark(Instant.now() + "\n");
        written = true;
    }

    private void mark(String text) {
        try {
            Files.writeString(home.file(MARK), text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot mark the home of the demonstration", e);
        }
    }

    /**
     * A mark in the home says nothing about a database elsewhere: its hosts would be retired as the
     * invented estate does not state them, or invented ones be taken for true from another home.
     */
    private static void requireOwnDatabase(String url) {
        if (!url.isBlank()) {
            throw new StartFailure(
                    "A demonstration keeps its data in its home, and a database is named as well",
                    "Leave out --database-url and CADASTRE_DATABASE_URL for the demonstration.");
        }
    }

    private void requireWhole() {
        try {
            if (Files.size(home.file(MARK)) == 0) {
                throw new StartFailure(
                        "The demonstration in "
                                + home.path()
                                + " was ended before its past was written",
                        "Delete that folder, and start the demonstration again.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the mark of the demonstration", e);
        }
    }

    /** Hosts of a true register would be retired, as the invented estate does not state them. */
    private void requireEmpty(Hosts hosts) {
        var any = new HostQuery(null, null, null, false, null, null, null, 1);
        if (!hosts.find(any, Reach.ALL).items().isEmpty()) {
            throw new StartFailure(
                    "The home " + home.path() + " holds a register already",
                    "Choose an empty folder for the demonstration with --home.");
        }
    }

    /** It must be there before the estate is read. */
    private void writeEstate() {
        Path estate = home.file(ESTATE);
        try (InputStream invented = Demonstration.class.getResourceAsStream(ESTATE)) {
            if (invented == null) {
                throw new IllegalStateException("The demonstration's estate is not in the program");
            }
            Files.write(estate, invented.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + estate, e);
        }
    }
}
