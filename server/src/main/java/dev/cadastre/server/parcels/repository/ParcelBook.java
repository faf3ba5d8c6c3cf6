package dev.cadastre.server.parcels.repository;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.parcels.ParcelRefused.Reason;
import dev.cadastre.server.parcels.repository.Taken.Outcome;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes down which parcels are kept, and tells of it, all in one transaction. Thread-safe. */
@Component
class ParcelBook {

    private final ParcelTable table;
    private final Timeline timeline;
    private final Access access;
    private final Clock clock;
    private final JsonMapper json;

    ParcelBook(ParcelTable table, Timeline timeline, Access access, Clock clock, JsonMapper json) {
        this.table = table;
        this.timeline = timeline;
        this.access = access;
        this.clock = clock;
        this.json = json;
    }

    /** All that are kept. */
    @Transactional(readOnly = true)
    public List<ParcelRow> all() {
        return table.all();
    }

    /** The digests of all that parcels need. */
    @Transactional(readOnly = true)
    public Set<String> digests() {
        return table.digests();
    }

    /**
     * Adds a parcel whose content is on the disk, or what is new of it.
     *
     * @throws ParcelRefused if another parcel is called so, or has too many signatures
     */
    @Transactional
    public Outcome add(SentParcel sent) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean isNew = table.add(sent, access.actor().label(), now);
        ParcelRow row = table.lock(sent.name(), sent.version()).orElseThrow();
        requireSame(row, sent);
        int signatures = table.addContent(row.id(), sent);
        requireFew(row.signatures().size() + signatures, row);
        if (isNew) {
            tell(row, "added", "%s was added".formatted(row.parcel()));
            return Outcome.ADDED;
        }
        if (signatures > 0) {
            String more = signatures == 1 ? "one more signature" : signatures + " more signatures";
            tell(row, "signed", "%s has %s".formatted(row.parcel(), more));
            return Outcome.SIGNED;
        }
        return Outcome.PRESENT;
    }

    /**
     * Makes sure that what was sent is what is kept under its name.
     *
     * @throws ParcelRefused if it is not
     */
    static void requireSame(ParcelRow row, SentParcel sent) {
        if (!row.parcel().digest().equals(sent.digest())) {
            throw new ParcelProblem(
                            "parcel.differs",
                            sent.name() + ":" + sent.version(),
                            "%s is kept with the digest %s, and this one has %s."
                                    .formatted(row.parcel(), row.parcel().digest(), sent.digest()),
                            "Give it another version; what is deployed is never exchanged.")
                    .as(Reason.CONFLICT);
        }
    }

    private static void requireFew(int signatures, ParcelRow row) {
        if (signatures > SignatureReader.MOST) {
            throw new ParcelProblem(
                            "parcel.signature-wrong",
                            row.parcel().name() + ":" + row.parcel().version(),
                            "%s would have %d signatures, and no more than %d are looked at."
                                    .formatted(row.parcel(), signatures, SignatureReader.MOST),
                            "Send those that somebody needs.")
                    .as(Reason.CONFLICT);
        }
    }

    /**
     * Removes a parcel.
     *
     * @return the digests of what no other needs
     */
    @Transactional
    public List<String> remove(ParcelRow row) {
        List<String> free = table.remove(row.id());
        tell(row, "removed", "%s was removed".formatted(row.parcel()));
        return free;
    }

    /** Parcels lie in no environment, as hosts do that nothing is known of. */
    private void tell(ParcelRow row, String what, String summary) {
        String name = row.parcel().name();
        timeline.append(
                new NewEvent(
                        "parcel:" + name,
                        Environment.UNASSIGNED,
                        "parcel." + what,
                        summary,
                        json.writeValueAsString(
                                Map.of(
                                        "name", name,
                                        "version", row.parcel().version(),
                                        "digest", row.parcel().digest())),
                        access.actor().label()));
        access.audit(
                "parcel." + what, "parcel:" + name + ":" + row.parcel().version(), null, "done");
    }
}
