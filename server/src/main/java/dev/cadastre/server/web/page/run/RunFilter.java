package dev.cadastre.server.web.page.run;

import dev.cadastre.change.Status;
import dev.cadastre.server.change.RunQuery;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.page.Links;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the list of runs is narrowed by, as in its address; empty for nothing.
 *
 * @param status a status as {@link RunWording#path} has it
 * @param host with that one
 * @param change of that name
 */
public record RunFilter(String environment, String status, String host, String change) {

    private static final String PATH = "/runs";

    /** Takes away what surrounds the words. */
    public RunFilter {
        environment = environment.strip();
        status = status.strip();
        host = host.strip();
        change = change.strip();
    }

    /** Whether it narrows anything. */
    public boolean narrows() {
        return !(environment + status + host + change).isEmpty();
    }

    /** The list of another environment. */
    public String ofEnvironment(String other) {
        return Links.to(
                PATH, "environment", other, "status", status, "host", host, "change", change);
    }

    /** The list of another status. */
    public String ofStatus(String other) {
        return Links.to(
                PATH, "environment", environment, "status", other, "host", host, "change", change);
    }

    /** The list whatever the host and the change. */
    public String ofAll() {
        return Links.to(PATH, "environment", environment, "status", status);
    }

    /** Where the API has the same. */
    String twin() {
        Status wanted = wanted();
        return Links.to(
                ApiPath.BASE + PATH,
                "environment",
                environment,
                "status",
                wanted == null ? null : wanted.name(),
                "host",
                host,
                "change",
                change);
    }

    /** The address of what follows a run; null after the last. */
    @Nullable String next(@Nullable Long last) {
        return Links.next(
                PATH,
                last == null ? null : last.toString(),
                "environment",
                environment,
                "status",
                status,
                "host",
                host,
                "change",
                change);
    }

    /**
     * The runs that it means.
     *
     * @throws ProblemException if there is no such status
     */
    RunQuery query(@Nullable Long before, int limit) {
        return new RunQuery(
                filled(environment), wanted(), filled(host), filled(change), before, limit);
    }

    private @Nullable Status wanted() {
        return status.isEmpty()
                ? null
                : Arrays.stream(Status.values())
                        .filter(one -> RunWording.path(one).equals(status))
                        .findFirst()
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemKind.PARAMETERS_BAD,
                                        "“%s” is no status of a run.".formatted(status),
                                        "Choose one on the page of all runs."));
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
