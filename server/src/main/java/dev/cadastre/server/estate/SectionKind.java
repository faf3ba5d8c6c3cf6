package dev.cadastre.server.estate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a section of the estate file can define. */
public enum SectionKind {
    /** A team and how to reach it. */
    TEAM,
    /** An environment. */
    ENVIRONMENT,
    /** A group of hosts. */
    GROUP,
    /** A host. */
    HOST,
    /** A rule, a query that is to find no host. */
    RULE,
    /** A product, and what it is recognised by. */
    PRODUCT,
    /** Somebody whose signatures of parcels are known. */
    SIGNER,
    /** What monitors start from. */
    MONITOR_TEMPLATE,
    /** A check of what a query finds, or of one asset. */
    MONITOR;

    /** The word in the section's header. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The full name of the section that defines {@code name}, such as {@code host web1}. */
    public String section(String name) {
        return word() + " " + name;
    }

    static @Nullable SectionKind ofWord(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findAny().orElse(null);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SectionKind::word).toList();
    }
}
