package dev.cadastre.server.access;

import dev.cadastre.server.access.AccessProblem.Flaw;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The API tokens: who may issue, see and revoke them, and whom they stand for. Thread-safe. */
@Service
public class Tokens {

    private static final String PREFIX = "cad_";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@~-]{1,100}");
    private static final Period LIFE = Period.ofYears(1);

    private final TokenTable table;
    private final Access access;
    private final Clock clock;

    Tokens(TokenTable table, Access access, Clock clock) {
        this.table = table;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Makes a token. Tokens of reporters are for those who may write the inventory, all others for
     * administrators.
     *
     * @param expiresAt null for a year from now
     * @throws NotAllowed where the actor may not hand out that grant
     * @throws AccessProblem where the name is taken or something is wrong with the request
     */
    @Transactional
    public IssuedToken issue(String name, Grant grant, @Nullable Instant expiresAt) {
        requireToManage(grant);
        Instant expiry = expiresAt == null ? inAYear() : expiresAt;
        AccessProblem.refuse(flaws(name, expiry));
        access.audit("token.issue", "token:" + name, grant.environment(), "done");
        return add(name, grant, expiry, null);
    }

    /** The tokens that the actor may manage, by name, without those revoked. */
    @Transactional(readOnly = true)
    public List<Token> list() {
        Reach administered = access.reach(Verb.ADMINISTER, Part.ACCESS);
        Reach written = access.reach(Verb.WRITE, Part.INVENTORY);
        if (written.equals(Reach.NONE)) {
            access.require(Verb.READ, Part.ACCESS, null);
        }
        return table.list(administered, written);
    }

    /**
     * Ends a token at once.
     *
     * @throws AccessProblem where the actor sees no such token
     */
    @Transactional
    public void revoke(long id) {
        Token token =
                list().stream()
                        .filter(known -> known.id() == id)
                        .findFirst()
                        .orElseThrow(() -> unknown(id));
        table.revoke(id, clock.instant());
        access.audit("token.revoke", "token:" + token.name(), token.grant().environment(), "done");
    }

    /**
     * Whom a secret stands for; empty where it is unknown, expired or revoked. It stands before
     * each request: a transaction around its one statement would cost another round trip.
     */
    public Optional<Actor> actor(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return table.use(Secret.hash(secret), clock.instant())
                .map(token -> new Actor(Actor.Kind.TOKEN, token.name(), List.of(token.grant())));
    }

    /**
     * Who issued the token of that name, as {@link Actor#label()} has it; empty if there is none
     * now.
     */
    public Optional<String> issuer(String name) {
        return table.issuer(name);
    }

    /** The administrator's token of the server's own command line, in place of the one before. */
    @Transactional
    IssuedToken renewLocal(String name, String home) {
        table.revokeLocal(home, name, clock.instant());
        return add(name, Grant.EVERYTHING, inAYear(), home);
    }

    private IssuedToken add(String name, Grant grant, Instant expiry, @Nullable String home) {
        Secret secret = Secret.random(PREFIX);
        String creator = home == null ? access.actor().label() : Actor.SYSTEM.label();
        try {
            Token token =
                    table.add(
                            new TokenTable.NewToken(
                                    name, grant, clock.instant(), creator, expiry, home),
                            secret.hash());
            return new IssuedToken(token, secret.text());
        } catch (DuplicateKeyException e) {
            throw AccessProblem.conflict(
                    "There is already a token named " + name + ".",
                    "Choose another name, or revoke that token first.");
        }
    }

    private void requireToManage(Grant grant) {
        if (grant.role() == Role.REPORTER) {
            access.require(Verb.WRITE, Part.INVENTORY, grant.environment());
        } else {
            access.require(Verb.ADMINISTER, Part.ACCESS, grant.environment());
        }
    }

    private List<Flaw> flaws(String name, Instant expiry) {
        List<Flaw> flaws = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            flaws.add(
                    new Flaw(
                            "name",
                            "A token's name has 1 to 100 letters, digits, dots, hyphens,"
                                    + " underscores, at signs or tildes."));
        }
        if (!expiry.isAfter(clock.instant())) {
            flaws.add(new Flaw("expiresAt", "The token would have expired at " + expiry + "."));
        }
        return flaws;
    }

    private Instant inAYear() {
        return clock.instant().atOffset(ZoneOffset.UTC).plus(LIFE).toInstant();
    }

    private static AccessProblem unknown(long id) {
        return AccessProblem.unknown(
                "There is no token " + id + ", or it was revoked.",
                "List the tokens for their ids.");
    }
}
