package dev.cadastre.server.access;

import dev.cadastre.server.access.AccessProblem.Flaw;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links that let one person in once, for a first visit or a forgotten password. Looking at a link
 * does not use it up: programs that preview links do that too. Thread-safe.
 */
@Service
public class SignInLinks {

    /** What is said to who comes with a code that lets nobody in. */
    public static final String REFUSAL = "This link was used, or is older than 15 minutes.";

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final PersonTable people;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Access access;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInLinks(
            PersonTable people,
            Sessions sessions,
            Passwords passwords,
            Access access,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.passwords = passwords;
        this.access = access;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes a link for somebody. For administrators only.
     *
     * @throws AccessProblem where there is no such person, or one who may not sign in
     */
    @Transactional
    public SignInLink make(String name) {
        access.require(Verb.ADMINISTER, Part.ACCESS, null);
        Person person =
                people.find(name.toLowerCase(Locale.ROOT))
                        .filter(Person::isEnabled)
                        .orElseThrow(
                                () -> People.unknown("Nobody named " + name + " may sign in."));
        Instant now = clock.instant();
        Instant expiry = now.plus(LIFE);
        Secret code = Secret.random("");
        jdbc.sql("delete from access.sign_in_link where expires_at <= ?")
                .param(Timestamp.from(now))
                .update();
        jdbc.sql(
                        """
                        insert into access.sign_in_link (secret_hash, person, expires_at)
                        values (?, ?, ?)
                        """)
                .param(code.hash())
                .param(person.id())
                .param(Timestamp.from(expiry))
                .update();
        access.audit("sign-in-link.make", "person:" + person.name(), null, "done");
        return new SignInLink(person.name(), "/sign-in?code=" + code.text(), expiry);
    }

    /** Whom a code would let in; empty where it is unknown, used or too old. */
    public Optional<Person> person(String code) {
        return jdbc.sql(
                        """
                        select person from access.sign_in_link
                        where secret_hash = ? and expires_at > ?
                        """)
                .param(Secret.hash(code))
                .param(Timestamp.from(clock.instant()))
                .query((row, number) -> row.getLong(1))
                .optional()
                .flatMap(people::find)
                .filter(Person::isEnabled);
    }

    /**
     * Uses a code up and begins a session.
     *
     * @param password the person's password from now on, which ends all other sessions; null to
     *     leave it, where there is one
     * @throws AccessProblem where the password will not do; the code then stays good
     */
    public SignInResult redeem(String code, @Nullable String password, Origin origin) {
        Optional<Person> person = person(code);
        if (person.isEmpty()) {
            return refused();
        }
        AccessProblem.refuse(flaws(person.get(), password));
        String encoded = password == null ? null : passwords.encode(password);
        SignInResult result = transaction.execute(_ -> admit(code, person.get(), encoded, origin));
        return result == null ? refused() : result;
    }

    private SignInResult admit(
            String code, Person person, @Nullable String encoded, Origin origin) {
        boolean first =
                jdbc.sql("delete from access.sign_in_link where secret_hash = ?")
                                .param(Secret.hash(code))
                                .update()
                        == 1;
        if (!first) {
            return refused();
        }
        if (encoded == null) {
            return sessions.begin(person, origin, "link");
        }
        return sessions.beginAnew(person, encoded, origin, "link, with a new password");
    }

    private static List<Flaw> flaws(Person person, @Nullable String password) {
        if (password != null) {
            return Passwords.flaws(password, person.name());
        }
        return person.hasPassword()
                ? List.of()
                : List.of(new Flaw("password", "Choose a password to sign in with from now on."));
    }

    private static SignInResult refused() {
        return new SignInResult.Refused(REFUSAL);
    }
}
