package dev.cadastre.server.web.page;

import org.jspecify.annotations.Nullable;

/** Where to go after signing in, which must not lead to somebody else's server. */
final class LocalPath {

    private static final int LONGEST = 2_000;

    private LocalPath() {}

    /** The path that was asked for, or the first page where that is none of this server's. */
    static String of(@Nullable String asked) {
        return asked != null && isLocal(asked) ? asked : "/";
    }

    /**
     * Browsers take two slashes, and a backslash for a slash, as the beginning of a server's name.
     */
    private static boolean isLocal(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }
}
