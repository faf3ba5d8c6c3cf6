package dev.cadastre.server.change.query;

import dev.cadastre.change.Status;
import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.Pattern;
import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import dev.cadastre.server.change.keeping.RunHosts;
import dev.cadastre.server.inventory.HostOrdinals;
import dev.cadastre.server.search.PresentField;
import dev.cadastre.server.search.QueryRefused;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Hosts by the runs that are for them: by one of these, or by how the last one ended. */
@Component
class RunField extends PresentField {

    private static final Field FIELD =
            Field.named(
                            "run",
                            "a run that is for the host, or how the last one ended; known for now")
                    .withNames(Names.OPEN)
                    .withExample("run:failed");

    /** Names of runs begin with digits, as their numbers do. */
    private static final java.util.regex.Pattern RUN =
            java.util.regex.Pattern.compile("[0-9]+(-[a-z0-9-]+)?");

    private final RunHosts runs;
    private final HostOrdinals ordinals;

    RunField(RunHosts runs, HostOrdinals ordinals) {
        super(FIELD, "runs");
        this.runs = runs;
        this.ordinals = ordinals;
    }

    @Override
    protected RoaringBitmap matching(Query.Match match) {
        Set<String> hosts = new HashSet<>();
        Set<Status> wanted = new HashSet<>();
        for (Pattern name : match.names()) {
            if (name.isLiteral() && RUN.matcher(name.text()).matches()) {
                hosts.addAll(runs.of(name.text()));
            } else {
                wanted.addAll(statuses(name, match));
            }
        }
        if (!wanted.isEmpty()) {
            runs.latest()
                    .forEach((status, of) -> {
                        if (wanted.contains(status)) {
                            hosts.addAll(of);
                        }
                    });
        }
        return ordinals.of(hosts);
    }

    private static List<Status> statuses(Pattern name, Query.Match match) {
        List<Status> statuses =
                Arrays.stream(Status.values()).filter(one -> name.matches(word(one))).toList();
        if (statuses.isEmpty()) {
            throw new QueryRefused(
                    new Problem(
                            "query.no-run",
                            match.place(),
                            "a run is its number or name, or how it ended: " + words(),
                            null));
        }
        return statuses;
    }

    private static String words() {
        return Arrays.stream(Status.values()).map(RunField::word).collect(Collectors.joining(", "));
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    protected Map<String, RoaringBitmap> byValue() {
        Map<String, RoaringBitmap> hosts = new HashMap<>();
        runs.latest().forEach((status, of) -> hosts.put(word(status), ordinals.of(of)));
        return hosts;
    }
}
