package dev.cadastre.server.access;

import java.lang.ScopedValue.CallableOp;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/**
 * Who is acting, and what they may do. The actor is the one who signed the request in; work in the
 * background has no rights unless it runs {@link #asSystem}. Thread-safe.
 */
@Service
public class Access {

    private static final ScopedValue<Actor> ACTING = ScopedValue.newInstance();

    private final AuditList audit;

    Access(AuditList audit) {
        this.audit = audit;
    }

    /** Who is acting; {@link Actor#VISITOR} where nobody signed in. */
    public Actor actor() {
        return caller().actor();
    }

    /** Who is acting, and from where. */
    public Caller caller() {
        if (ACTING.isBound()) {
            return new Caller(ACTING.get(), null, null);
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : new Caller(Actor.VISITOR, null, null);
    }

    /**
     * Makes sure that the actor may do this.
     *
     * @param environment where; null for what lies in no environment or in all, which takes a role
     *     in all environments
     * @throws NotAllowed saying what is missing
     */
    public void require(Verb verb, Part part, @Nullable String environment) {
        if (!actor().may(verb, part, environment)) {
            throw refusal(verb, part, environment);
        }
    }

    /** The environments in which the actor may do this; for use inside queries. */
    public Reach reach(Verb verb, Part part) {
        return actor().reach(verb, part);
    }

    /**
     * The hosts whose reports the actor may send.
     *
     * @throws NotAllowed where there is none
     */
    public ReportScope requireReportScope() {
        ReportScope scope = actor().reportScope();
        if (scope instanceof ReportScope.NoHost) {
            throw new NotAllowed(
                    actor().label() + " may not send reports",
                    "Use a token with the role REPORTER, which an operator can issue.");
        }
        return scope;
    }

    /** Does the server's own work, with all rights, whoever caused it. */
    public <T extends @Nullable Object, X extends Throwable> T asSystem(
            CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(ACTING, Actor.SYSTEM).call(work);
    }

    /** As {@link #asSystem(CallableOp)}, for work without an answer. */
    public void asSystem(Runnable work) {
        ScopedValue.where(ACTING, Actor.SYSTEM).run(work);
    }

    /**
     * Adds a line about the actor to the audit list, in the caller's transaction where there is
     * one. See {@link AuditEntry} for the parameters.
     */
    public void audit(String action, String subject, @Nullable String environment, String outcome) {
        audit.add(caller(), action, subject, environment, outcome);
    }

    /** As above, about another caller than the one that asks. */
    public void audit(
            Caller caller,
            String action,
            String subject,
            @Nullable String environment,
            String outcome) {
        audit.add(caller, action, subject, environment, outcome);
    }

    /** A page of the audit list, newest first, of lines with an id smaller than {@code before}. */
    public List<AuditEntry> auditBefore(@Nullable Long before, int limit) {
        require(Verb.READ, Part.ACCESS, null);
        return audit.before(before, limit);
    }

    private NotAllowed refusal(Verb verb, Part part, @Nullable String environment) {
        String where = environment == null ? "all environments" : "environment " + environment;
        String role = weakest(verb, part).name();
        return new NotAllowed(
                "%s may not %s %s in %s: that takes the role %s there"
                        .formatted(actor().label(), word(verb), word(part), where, role),
                "An administrator of %s can grant the role %s.".formatted(where, role));
    }

    private static Role weakest(Verb verb, Part part) {
        return List.of(Role.VIEWER, Role.OPERATOR, Role.ADMINISTRATOR).stream()
                .filter(role -> role.allows(verb, part))
                .findFirst()
                .orElse(Role.ADMINISTRATOR);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
