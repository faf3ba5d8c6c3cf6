package dev.cadastre.cli.app;

import dev.cadastre.change.run.Secrets;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has a server work out what an order means. What is missing and is a secret the person is asked
 * for, once for each app.
 */
final class Proposals {

    private final Server server;
    private final Secrets secrets;
    private final Map<AppName, Map<String, String>> asked = new LinkedHashMap<>();

    Proposals(Server server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /**
     * What would be done, as the API tells it.
     *
     * @throws Failure if the server refuses, with all that is wrong
     */
    Json propose(AppOrder order) {
        try {
            return posted(order);
        } catch (Failure failure) {
            if (!asks(order, failure)) {
                throw failure;
            }
            return posted(order);
        }
    }

    private Json posted(AppOrder order) {
        Map<String, String> answers = asked.getOrDefault(order.app(), Map.of());
        Json plan =
                server.write(
                        "POST",
                        order.app().path("plans"),
                        order.with(order.given().with(answers)).json());
        refuseSpelt(order, plan);
        return plan;
    }

    /** Arguments are seen by all who share this machine, and kept by shells. */
    private static void refuseSpelt(AppOrder order, Json plan) {
        List<String> spelt =
                plan.list("revision", "values").stream()
                        .filter(value -> value.holds("secret"))
                        .flatMap(value -> value.text("name").stream())
                        .filter(order.given().spelt()::contains)
                        .distinct()
                        .toList();
        if (!spelt.isEmpty()) {
            String name = spelt.getFirst();
            throw new Failure(
                    Failure.Kind.USAGE,
                    "No secret belongs in arguments, where others may read it: "
                            + String.join(", ", spelt),
                    "Nothing was done. Write %s=@FILE, or %s=? to be asked for it; and choose another one."
                            .formatted(name, name));
        }
    }

    /** Whether it now has secrets that were missing. */
    private boolean asks(AppOrder order, Failure failure) {
        if (!failure.says("parameter.missing")) {
            return false;
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (String name : missingSecrets(order, failure)) {
            String answer = secrets.ask(name, false);
            if (answer == null) {
                return false;
            }
            answers.put(name, answer);
        }
        asked.computeIfAbsent(order.app(), _ -> new LinkedHashMap<>()).putAll(answers);
        return !answers.isEmpty();
    }

    private List<String> missingSecrets(AppOrder order, Failure failure) {
        List<Json> missing =
                failure.problems().stream()
                        .filter(problem ->
                                problem.text("code").orElse("").equals("parameter.missing"))
                        .toList();
        List<String> names = new ArrayList<>();
        for (Json parameter : parameters(order)) {
            String name = parameter.text("name").orElse("");
            if (parameter.holds("secret") && missing.stream().anyMatch(one -> isOf(one, name))) {
                names.add(name);
            }
        }
        return names;
    }

    /** A sentence begins with a capital letter. */
    private static boolean isOf(Json problem, String name) {
        String missing = name + " has no value";
        return problem.text("where").orElse("").equals("values." + name)
                || problem.text("detail")
                        .orElse("")
                        .regionMatches(true, 0, missing, 0, missing.length());
    }

    /** None for who may not see them, and is told then what the server refused. */
    private List<Json> parameters(AppOrder order) {
        try {
            return detail(order).map(one -> one.list("parameters")).orElse(List.of());
        } catch (Failure _) {
            return List.of();
        }
    }

    /** Of the parcel that is ordered, or is there; empty if nobody can tell which that is. */
    private Optional<Json> detail(AppOrder order) {
        ServerParcels parcels = new ServerParcels(server);
        String word = order.parcel();
        if (word != null) {
            return ServerParcels.find(parcels.catalogue(), word).map(parcels::detail);
        }
        Json app = server.read(order.app().path());
        return Optional.of(
                server.read(
                        Path.of(
                                "parcels",
                                app.text("parcel").orElse(""),
                                app.text("version").orElse(""))));
    }
}
