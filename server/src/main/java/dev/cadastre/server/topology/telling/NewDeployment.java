package dev.cadastre.server.topology.telling;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A deployment as it is told. The components are those of {@link Deployment}, and
 *
 * @param key names it among those of the sender; null if it is told once
 * @param environment null for that of its hosts
 * @param allHosts whether the application runs on no other hosts any longer
 * @param by null for the sender
 * @param dependencies null to leave them as they are
 * @param owner the team that answers for it; null to leave that as it is
 */
@NamedInterface("telling")
public record NewDeployment(
        @Nullable String key,
        String app,
        @Nullable String environment,
        @Nullable String version,
        List<String> hosts,
        boolean allHosts,
        @Nullable String by,
        @Nullable String tool,
        @Nullable String run,
        @Nullable String link,
        Map<String, String> parameters,
        @Nullable List<String> dependencies,
        List<String> programs,
        @Nullable String owner) {

    /** Copies what it has several of. */
    public NewDeployment {
        hosts = List.copyOf(hosts);
        // In their order, for the same is to be written in the same way.
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        dependencies = dependencies == null ? null : List.copyOf(dependencies);
        programs = List.copyOf(programs);
    }

    /** One that says nothing of who answers for it. */
    public NewDeployment(
            @Nullable String key,
            String app,
            @Nullable String environment,
            @Nullable String version,
            List<String> hosts,
            boolean allHosts,
            @Nullable String by,
            @Nullable String tool,
            @Nullable String run,
            @Nullable String link,
            Map<String, String> parameters,
            @Nullable List<String> dependencies,
            List<String> programs) {
        this(
                key,
                app,
                environment,
                version,
                hosts,
                allHosts,
                by,
                tool,
                run,
                link,
                parameters,
                dependencies,
                programs,
                null);
    }
}
