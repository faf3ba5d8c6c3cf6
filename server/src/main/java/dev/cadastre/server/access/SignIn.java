package dev.cadastre.server.access;

import dev.cadastre.server.access.AccessProblem.Flaw;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Signing in with name and password. Who guesses learns nothing but that it did not work, and has
 * to wait longer after each try. Thread-safe.
 */
@Service
public class SignIn {

    private static final String REFUSAL = "Name and password do not belong together.";
    private static final int NAME_LIMIT = 100;

    private final PersonTable people;
    private final Sessions sessions;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final AuditList audit;
    private final Access access;

    SignIn(
            PersonTable people,
            Sessions sessions,
            Passwords passwords,
            SignInThrottle throttle,
            AuditList audit,
            Access access) {
        this.people = people;
        this.sessions = sessions;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.access = access;
    }

    /** Begins a session where the password is that of the person. */
    public SignInResult signIn(String name, String password, Origin origin) {
        String account = account(name);
        Duration wait = throttle.attempt(account, origin.address());
        if (!wait.isZero()) {
            return new SignInResult.TooMany(wait);
        }
        Optional<Person> person = people.find(account);
        String encoded = person.map(known -> people.password(known.id())).orElse(null);
        if (!passwords.match(password, encoded) || !person.map(Person::isEnabled).orElse(false)) {
            noteRefusal(person, origin);
            return new SignInResult.Refused(REFUSAL);
        }
        throttle.succeeded(account, origin.address());
        return sessions.begin(person.orElseThrow(), origin, "password");
    }

    /**
     * Gives the person who asks another password and ends all other sessions of that person.
     *
     * @return a session that takes the place of the one that asks
     * @throws AccessProblem where the present password is another, or the new one will not do
     * @throws NotAllowed where not a person asks
     */
    public SignInResult changePassword(String present, String wanted, Origin origin) {
        Person person = self();
        Duration wait = throttle.attempt(person.name(), origin.address());
        if (!wait.isZero()) {
            return new SignInResult.TooMany(wait);
        }
        List<Flaw> flaws = new ArrayList<>(Passwords.flaws(wanted, person.name()));
        if (!passwords.match(present, people.password(person.id()))) {
            flaws.add(new Flaw("present", "That is not your present password."));
        } else {
            throttle.succeeded(person.name(), origin.address());
        }
        AccessProblem.refuse(flaws);
        return sessions.beginAnew(person, passwords.encode(wanted), origin, "a new password");
    }

    private Person self() {
        Actor actor = access.actor();
        Optional<Person> person =
                actor.kind() == Actor.Kind.PERSON ? people.find(actor.name()) : Optional.empty();
        return person.orElseThrow(() ->
                new NotAllowed(
                        actor.label() + " has no password",
                        "Sign in as a person to change a password."));
    }

    /** A name that nobody has is not noted: some type their password into its field. */
    private void noteRefusal(Optional<Person> person, Origin origin) {
        String name = person.map(Person::name).orElse("unknown");
        Caller visitor = new Caller(Actor.VISITOR, origin.address(), null);
        audit.add(visitor, "session.begin", "person:" + name, null, "refused");
    }

    private static String account(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(NAME_LIMIT, lower.length()));
    }
}
