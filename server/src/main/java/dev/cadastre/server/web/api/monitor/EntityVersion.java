package dev.cadastre.server.web.api.monitor;

import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ETag of what has a version: it, and what else shows that changes by itself. Who changes it
 * says by {@code If-Match} which one was read.
 */
final class EntityVersion {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})-\\d{1,18}\"");
    private static final String ANY = "*";

    private EntityVersion() {}

    static String tag(int version, long shown) {
        return "\"%d-%d\"".formatted(version, shown);
    }

    /** The version that was read; null for whichever there is. */
    static @Nullable Integer read(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals(ANY)) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new ProblemException(
                    ProblemKind.MONITOR_CHANGED,
                    "No version of it has the ETag that If-Match names.",
                    "Read it again, and send the ETag of the answer.");
        }
        return Integer.valueOf(tag.group(1));
    }
}
