package dev.cadastre.api.monitor;

import dev.cadastre.api.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One check of one asset, and what is thought of it.
 *
 * @param id never means another
 * @param definition the id of the definition that made it
 * @param name what it is called
 * @param asset what it checks
 * @param environment where that is
 * @param kind by which means
 * @param command of a plug-in, the program and its arguments
 * @param test of a test, which it is; null for other kinds
 * @param settings what the kind was told, by name: texts, or lists of them
 * @param interval the time from one check to the next
 * @param timeout how long a check may take
 * @param retries how many further results must tell of a problem before it is certain
 * @param retryInterval the time to the next check while a problem is not certain
 * @param where where the check is made from
 * @param availability whether the asset does not work at all when this is critical
 * @param enabled whether it is checked
 * @param template the template that its definition starts from; null for none
 * @param declared the line of the estate file that states it; null if it was added otherwise
 * @param state what its last result says
 * @param since since when results say so without a break
 * @param certain the state that is certain, and told
 * @param certainSince since when
 * @param attempt how many results in a row told of a problem that is not certain yet; 0 if it is
 * @param why what led to this
 * @param unreachableBecause the asset that it needs and that is down; null if there is none
 * @param flapping whether it changes too often to be told of
 * @param downtime whether it may be down for now
 * @param output one line of its last result; null before the first
 * @param longOutput further lines; null if there are none
 * @param checkedAt when its last result came; null before the first
 * @param took how long that check took; null for what was told
 * @param metrics what was measured
 * @param problems what was not as it should be with the check itself
 * @param by who found it; null before the first result
 */
public record Monitor(
        long id,
        long definition,
        String name,
        String asset,
        String environment,
        MonitorKind kind,
        List<String> command,
        @Nullable TestDigest test,
        Map<String, Object> settings,
        String interval,
        String timeout,
        int retries,
        String retryInterval,
        CheckPlace where,
        boolean availability,
        boolean enabled,
        @Nullable String template,
        @Nullable Origin declared,
        MonitorState state,
        Instant since,
        MonitorState certain,
        Instant certainSince,
        int attempt,
        @Nullable String why,
        @Nullable String unreachableBecause,
        boolean flapping,
        boolean downtime,
        @Nullable String output,
        @Nullable String longOutput,
        @Nullable Instant checkedAt,
        @Nullable String took,
        List<MonitorMetric> metrics,
        List<String> problems,
        @Nullable String by) {}
