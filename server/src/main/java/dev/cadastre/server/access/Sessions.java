package dev.cadastre.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in where. Sessions are in the database, so that any server instance knows them and
 * a restart signs nobody out. Thread-safe.
 */
@Service
public class Sessions {

    /** How long a session holds at most; without requests it ends sooner. */
    public static final Duration LONGEST = SessionTable.LONGEST;

    private final SessionTable table;
    private final PersonTable people;
    private final Access access;
    private final AuditList audit;
    private final Clock clock;

    Sessions(SessionTable table, PersonTable people, Access access, AuditList audit, Clock clock) {
        this.table = table;
        this.people = people;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins one.
     *
     * @param means what the person showed, {@code password}
     */
    @Transactional
    SignInResult.SignedIn begin(Person person, Origin origin, String means) {
        Secret secret = Secret.random("");
        table.add(secret.hash(), person.id(), origin, clock.instant());
        audit.add(
                new Caller(person.actor(), origin.address(), null),
                "session.begin",
                "person:" + person.name() + " by " + means,
                null,
                "done");
        return new SignInResult.SignedIn(person.actor(), secret.text());
    }

    /** Gives somebody another password, ends all their sessions and begins one. */
    @Transactional
    SignInResult.SignedIn beginAnew(Person person, String encoded, Origin origin, String means) {
        people.setPassword(person.id(), encoded);
        table.endAllOf(person.id());
        return begin(person, origin, means);
    }

    /** Whom a secret stands for; empty where the session is unknown or over. */
    @Transactional
    public Optional<Caller> caller(String secret, String address) {
        Instant now = clock.instant();
        return table.use(Secret.hash(secret), now)
                .flatMap(held ->
                        people.find(held.person())
                                .filter(Person::isEnabled)
                                .map(person -> new Caller(person.actor(), address, held.id())));
    }

    /** Those of the person who asks, the latest first; empty for actors that have none. */
    @Transactional(readOnly = true)
    public List<Session> own() {
        Caller caller = access.caller();
        return caller.actor().kind() == Actor.Kind.PERSON
                ? table.of(caller.actor().name(), caller.session(), clock.instant())
                : List.of();
    }

    /**
     * Ends one of the own.
     *
     * @throws AccessProblem where it is not
     */
    @Transactional
    public void end(long id) {
        if (own().stream().noneMatch(session -> session.id() == id)) {
            throw AccessProblem.unknown(
                    "You have no session " + id + ".", "List your sessions for their ids.");
        }
        table.end(id);
        access.audit("session.end", access.actor().label(), null, "done");
    }

    /** Ends the one that asks; does nothing where none does. */
    @Transactional
    public void signOut() {
        Long current = access.caller().session();
        if (current != null) {
            end(current);
        }
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetEnded() {
        table.deleteEnded(clock.instant());
    }
}
