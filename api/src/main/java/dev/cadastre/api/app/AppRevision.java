package dev.cadastre.api.app;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app as somebody wanted it at some time.
 *
 * @param app as {@code shop@qa}
 * @param number from 1 on for each app
 * @param verb what was wanted
 * @param parcel its parcel's name
 * @param version its parcel's version
 * @param digest its parcel's digest
 * @param signer whose signature its environment trusts; null if it needs none
 * @param state what became of it
 * @param problem why it failed; null if it did not
 * @param hosts where it is, by name
 * @param values all of them, by name
 * @param bindings by name
 * @param steps its runs
 * @param madeBy who wanted it
 * @param endedAt when all its runs were done; null before
 */
public record AppRevision(
        String app,
        int number,
        AppVerb verb,
        String parcel,
        String version,
        String digest,
        @Nullable String signer,
        AppState state,
        @Nullable String problem,
        List<String> hosts,
        List<AppValue> values,
        List<AppBinding> bindings,
        List<AppPlanStep> steps,
        String madeBy,
        Instant madeAt,
        @Nullable Instant endedAt) {}
