package dev.cadastre.server.inventory.support;

import dev.cadastre.probe.InstalledRuntime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Something on a host that is supported by somebody, or not.
 *
 * @param kind what it is to the host
 * @param name the system as it names itself, the runtime's kind, the package's name
 * @param version as installed; empty if unknown
 * @param path where a runtime is; null otherwise
 * @param users the processes that ran on a runtime at the last report
 * @param judgement whether it is supported
 * @param waysUp what could take its place here; looked for only where support ended or ends soon
 * @param repositories whether the host's repositories were asked; null where no way up is wanted
 */
@NamedInterface("support")
public record SupportItem(
        Kind kind,
        String name,
        String version,
        @Nullable String path,
        List<InstalledRuntime.Use> users,
        SupportJudgement judgement,
        List<WayUp> waysUp,
        @Nullable Repositories repositories) {

    SupportItem(
            Kind kind,
            String name,
            String version,
            @Nullable String path,
            List<InstalledRuntime.Use> users,
            SupportJudgement judgement) {
        this(kind, name, version, path, users, judgement, List.of(), null);
    }

    /** What something is to a host. */
    @NamedInterface("support")
    public enum Kind {
        SYSTEM,
        RUNTIME,
        PACKAGE
    }

    /** Copies the lists. */
    public SupportItem {
        users = List.copyOf(users);
        waysUp = List.copyOf(waysUp);
    }

    SupportItem with(List<WayUp> ways, Repositories asked) {
        return new SupportItem(kind, name, version, path, users, judgement, ways, asked);
    }
}
