package dev.cadastre.server.access;

import dev.cadastre.server.access.AccessProblem.Flaw;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who can sign in, and what they may do. For administrators only. Thread-safe. */
@Service
public class People {

    /** The administrator that the first start makes. */
    public static final String FIRST = "admin";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final int MOST_GRANTS = 1_000;

    private final PersonTable table;
    private final SessionTable sessions;
    private final Access access;
    private final Clock clock;

    People(PersonTable table, SessionTable sessions, Access access, Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.access = access;
        this.clock = clock;
    }

    @PostConstruct
    void makeFirst() {
        table.addFirst(FIRST, clock.instant());
    }

    /** Everybody, by name. */
    @Transactional(readOnly = true)
    public List<Person> list() {
        access.require(Verb.READ, Part.ACCESS, null);
        return table.list();
    }

    /**
     * Somebody by id.
     *
     * @throws AccessProblem where there is nobody
     */
    @Transactional(readOnly = true)
    public Person find(long id) {
        access.require(Verb.READ, Part.ACCESS, null);
        return known(id);
    }

    /**
     * Adds somebody, who then needs a sign-in link to come in and choose a password.
     *
     * @param name in any letter case; it is kept in lower case
     * @throws AccessProblem where the name is taken or something is wrong with the request
     */
    @Transactional
    public Person add(String name, List<Grant> grants) {
        access.require(Verb.ADMINISTER, Part.ACCESS, null);
        String lower = name.toLowerCase(Locale.ROOT);
        List<Flaw> flaws = new ArrayList<>(flaws(grants));
        if (!NAME.matcher(lower).matches()) {
            flaws.add(
                    new Flaw(
                            "name",
                            "A person's name has 1 to 64 letters, digits, dots, hyphens,"
                                    + " underscores or at signs, and begins with one of the first"
                                    + " two."));
        }
        AccessProblem.refuse(flaws);
        long id = table.add(lower, clock.instant()).orElseThrow(() -> taken(lower));
        table.setGrants(id, grants);
        access.audit("person.add", "person:" + lower, null, "done");
        return known(id);
    }

    /**
     * Changes what somebody may do. It holds from their next request on.
     *
     * @param grants in place of those so far; null to leave them
     * @param disabled whether the person is kept out from now on, which ends their sessions; null
     *     to leave that
     * @throws AccessProblem where there is no such person, or no administrator would be left
     */
    @Transactional
    public Person change(long id, @Nullable List<Grant> grants, @Nullable Boolean disabled) {
        access.require(Verb.ADMINISTER, Part.ACCESS, null);
        table.lock();
        Person before = known(id);
        if (grants != null) {
            AccessProblem.refuse(flaws(grants));
            table.setGrants(id, grants);
        }
        if (disabled != null && disabled == before.isEnabled()) {
            table.setDisabled(id, disabled ? clock.instant() : null);
            sessions.endAllOf(id);
        }
        if (table.list().stream().noneMatch(Person::isAdministrator)) {
            throw AccessProblem.conflict(
                    "Nobody would be left who can administer the server.",
                    "Make somebody else ADMINISTRATOR of all environments first.");
        }
        access.audit("person.change", "person:" + before.name(), null, "done");
        return known(id);
    }

    private Person known(long id) {
        return table.find(id).orElseThrow(() -> unknown("There is no person " + id + "."));
    }

    private static List<Flaw> flaws(List<Grant> grants) {
        List<Flaw> flaws = new ArrayList<>();
        if (grants.stream().anyMatch(grant -> grant.role() == Role.REPORTER)) {
            flaws.add(new Flaw("grants", "REPORTER is a role for tokens, not for people."));
        }
        if (grants.size() > MOST_GRANTS) {
            flaws.add(new Flaw("grants", "A person has at most " + MOST_GRANTS + " grants."));
        }
        return flaws;
    }

    private static AccessProblem taken(String name) {
        return AccessProblem.conflict(
                "There is already somebody named " + name + ".", "Choose another name.");
    }

    static AccessProblem unknown(String message) {
        return AccessProblem.unknown(message, "List the people for their names and ids.");
    }
}
