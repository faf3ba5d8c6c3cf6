package dev.cadastre.server.change.running;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Actor;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.EstateModel;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The hosts that a change concerns, and what somebody has to be allowed to do there. */
@Component
public class Concerned {

    private static final int PAGE = 1_000;
    private static final int MOST_HOSTS = 10_000;

    private final Estate estate;
    private final Hosts hosts;
    private final Access access;
    private final Tokens tokens;

    Concerned(Estate estate, Hosts hosts, Access access, Tokens tokens) {
        this.estate = estate;
        this.hosts = hosts;
        this.access = access;
        this.tokens = tokens;
    }

    /**
     * The environments of these hosts, by host. What the actor may not see is not there for them.
     *
     * @throws ChangeRefused if some are not declared, with all of them
     */
    public Map<String, String> named(Collection<String> names) {
        Reach reach = access.reach(Verb.READ, Part.INVENTORY);
        EstateModel model = estate.model();
        Map<String, String> environments = new TreeMap<>();
        List<ChangeProblem> problems = new ArrayList<>();
        for (String name : names) {
            DeclaredHost host = model.hosts().get(name);
            if (host == null || !reach.covers(host.environment())) {
                problems.add(
                        new ChangeProblem(
                                "plan.host-unknown",
                                "hosts",
                                "There is no declared host " + name + ".",
                                "Declare it, or see /api/v1/hosts for those there are."));
            } else {
                environments.put(name, host.environment());
            }
        }
        if (!problems.isEmpty()) {
            throw new ChangeRefused(Reason.INVALID, problems);
        }
        return environments;
    }

    /**
     * The same for the declared hosts that a query finds.
     *
     * @throws dev.cadastre.server.search.QueryRefused if it is no query
     * @throws ChangeRefused if it finds none, or too many
     */
    public Map<String, String> found(String q) {
        Reach reach = access.reach(Verb.READ, Part.INVENTORY);
        EstateModel model = estate.model();
        Map<String, String> environments = new TreeMap<>();
        HostQuery query = HostQuery.living(PAGE);
        String after = null;
        do {
            Page<dev.cadastre.server.inventory.Host> page =
                    hosts.find(
                            new HostQuery(
                                    query.environment(),
                                    query.group(),
                                    query.text(),
                                    query.failing(),
                                    query.lifecycle(),
                                    query.at(),
                                    after,
                                    PAGE),
                            q,
                            reach);
            page.items().stream()
                    .map(host -> model.hosts().get(host.name()))
                    .filter(Objects::nonNull)
                    .forEach(host -> environments.put(host.name(), host.environment()));
            after = page.next();
        } while (after != null && environments.size() <= MOST_HOSTS);
        if (environments.isEmpty() || environments.size() > MOST_HOSTS) {
            throw new ChangeProblem(
                            environments.isEmpty() ? "plan.no-host" : "plan.hosts-many",
                            "q",
                            environments.isEmpty()
                                    ? "The query finds no declared host."
                                    : "The query finds more than %,d hosts.".formatted(MOST_HOSTS),
                            "See what it finds at /api/v1/hosts.")
                    .as(Reason.INVALID);
        }
        return environments;
    }

    /** Makes sure that the actor may run changes in all of these; everywhere, if there is none. */
    public void requireRun(Collection<String> environments) {
        if (environments.isEmpty()) {
            access.require(Verb.RUN, Part.CHANGE, null);
        }
        environments.forEach(one -> access.require(Verb.RUN, Part.CHANGE, one));
    }

    /** Whether the actor may do so; to offer it, not to guard it. */
    boolean mayRun(Collection<String> environments) {
        Actor actor = access.actor();
        return environments.isEmpty()
                ? actor.may(Verb.RUN, Part.CHANGE, null)
                : environments.stream().allMatch(one -> actor.may(Verb.RUN, Part.CHANGE, one));
    }

    /** Whether a second person has to approve what is done in one of these. */
    boolean needsApproval(Collection<String> environments) {
        Map<String, Environment> declared = estate.model().environments();
        return environments.stream()
                .map(declared::get)
                .anyMatch(one -> one != null && one.approval());
    }

    /** The person behind an actor: whoever issued a token acts by it. */
    String person() {
        Actor actor = access.actor();
        return actor.kind() == Actor.Kind.TOKEN
                ? tokens.issuer(actor.name()).orElse(actor.label())
                : actor.label();
    }

    /** Who acts. */
    String actor() {
        return access.actor().label();
    }

    /** Whether that is a person. */
    static boolean isPerson(String label) {
        return label.startsWith("person:");
    }
}
