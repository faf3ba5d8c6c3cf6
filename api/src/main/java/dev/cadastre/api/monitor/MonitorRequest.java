package dev.cadastre.api.monitor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked, and how. What is null is as the template says, or else as usual.
 *
 * @param name what it is called: letters, digits, {@code . _ -}; one of an asset, and one of those
 *     with a query
 * @param asset what is checked, such as {@code host:web1}; with a query, with <code>${host}</code>
 *     in it for each host that the query finds, or null for the host itself
 * @param q a query; every host that it finds is checked, also those that come later
 * @param template the name of a template to start from
 * @param kind by which means; null only if the template says so
 * @param command of a plug-in, the program and its arguments; no shell reads them
 * @param test of a test, what is sent to the host and run there; a kind need not be said beside it
 * @param settings what the kind needs to know, by name: texts, numbers, true or false, or lists of
 *     texts
 * @param interval the time from one check to the next, {@code 1m30s}; of a HEARTBEAT the longest
 *     silence; 1m if nothing is said
 * @param timeout how long a check may take; 10s if nothing is said
 * @param retries how many further results must tell of a problem before it is certain; 2 if nothing
 *     is said, and 0 for what others tell and what the register knows
 * @param retryInterval the time to the next check while a problem is not certain; 15s, or the
 *     interval if that is shorter, if nothing is said
 * @param where where the check is made from; HOST for a test, and else SERVER if nothing is said
 * @param availability whether the asset does not work at all when this is critical; by the kind if
 *     nothing is said
 * @param enabled whether it is checked; true if nothing is said
 * @param reason why it is changed so
 */
public record MonitorRequest(
        String name,
        @Nullable String asset,
        @Nullable String q,
        @Nullable String template,
        @Nullable MonitorKind kind,
        @Nullable List<String> command,
        @Nullable TestText test,
        @Nullable Map<String, Object> settings,
        @Nullable String interval,
        @Nullable String timeout,
        @Nullable Integer retries,
        @Nullable String retryInterval,
        @Nullable CheckPlace where,
        @Nullable Boolean availability,
        @Nullable Boolean enabled,
        @Nullable String reason) {}
