package dev.cadastre.api.monitor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What monitors start from; each field as of {@link MonitorRequest}, null for what is not said.
 *
 * @param reason why it is changed so
 */
public record TemplateRequest(
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
