package dev.cadastre.server.web.page;

import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.Cursor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Addresses of pages, with their parameters encoded; templates only escape for HTML. */
public final class Links {

    private Links() {}

    /** The page of a package wherever it is installed. */
    public static String toPackage(String name, String type) {
        return toVersion(name, type, null);
    }

    /** The page of one version of a package. */
    public static String toVersion(String name, String type, @Nullable String version) {
        return to("/packages/show", "name", name, "type", type, "version", version);
    }

    /** The hosts of an environment. */
    public static String toEnvironment(String name) {
        return to("/hosts", "environment", name);
    }

    /** A rule and who breaches it. */
    public static String toRule(String name) {
        return "/rules/" + name;
    }

    /** The hosts that a query finds. */
    public static String toQuery(String text) {
        return to("/hosts", "q", text);
    }

    /** The saved query of that name, to be changed. */
    public static String toSavedQuery(String name) {
        return to("/queries", "name", name) + "#save";
    }

    /** The form for what is said of an asset. */
    public static String toTelling(String asset) {
        return to("/map/tell", "asset", asset);
    }

    /** The hosts of a group. */
    public static String toGroup(String name) {
        return to("/hosts", "group", name);
    }

    /** {@code path?name=value&…} of the pairs that have a value. */
    public static String to(String path, @Nullable String... pairs) {
        return path + query(pairs);
    }

    /** The next page of the list at {@code path}; null if {@code position} is, on the last. */
    public static @Nullable String next(
            String path, @Nullable String position, @Nullable String... pairs) {
        if (position == null) {
            return null;
        }
        String address = to(path, pairs);
        return address
                + (address.equals(path) ? "?" : "&")
                + "after="
                + new Cursor(position).encode();
    }

    /**
     * Where the page begins that {@link #next} led to; null for the first.
     *
     * @throws ProblemException if it never led there
     */
    public static @Nullable String position(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            return Cursor.decode(after).position();
        } catch (IllegalArgumentException _) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "The address does not say where the list goes on: “%s”.".formatted(after),
                    "Begin with the list's first page, and follow its links.");
        }
    }

    /** {@code ?name=value&…} of the pairs that have a value; empty if none has. */
    static String query(@Nullable String... pairs) {
        var query = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            String value = pairs[i + 1];
            if (value != null && !value.isEmpty()) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(pairs[i])
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return query.toString();
    }
}
