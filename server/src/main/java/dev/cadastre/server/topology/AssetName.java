package dev.cadastre.server.topology;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an asset is called everywhere: {@code host:web1}, {@code service:5432-tcp@db1}.
 *
 * @param kind a word in lower case
 * @param name what is unique within its kind; without a slash, since it is part of addresses
 */
public record AssetName(String kind, String name) implements Comparable<AssetName> {

    /** A machine with reports, or a declared one. */
    public static final String HOST = "host";

    /** A program that runs on a host. */
    public static final String DAEMON = "daemon";

    /** Something that listens. */
    public static final String SERVICE = "service";

    /** An application in an environment. */
    public static final String APP = "app";

    /** People who answer for something. */
    public static final String TEAM = "team";

    /** Hosts that the estate puts together. */
    public static final String GROUP = "group";

    /** Somebody else's system. */
    public static final String EXTERNAL = "external";

    /** The most characters in all. */
    public static final int LIMIT = 250;

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern NAME = Pattern.compile("[^\\s/\\\\\\p{Cntrl}]+");

    /** What {@code text} names; empty if that is no name of an asset. */
    public static Optional<AssetName> of(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                        && text.length() <= LIMIT
                        && KIND.matcher(text.substring(0, colon)).matches()
                        && NAME.matcher(text.substring(colon + 1)).matches()
                ? Optional.of(new AssetName(text.substring(0, colon), text.substring(colon + 1)))
                : Optional.empty();
    }

    /** What stands behind the last at sign: a host, or an application's environment. */
    public Optional<String> place() {
        int at = name.lastIndexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(name.substring(at + 1));
    }

    /** What stands before the last at sign; the whole name without one. */
    public String bare() {
        int at = name.lastIndexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    /** In the order of the whole texts, which most comparisons find without making them. */
    @Override
    public int compareTo(AssetName other) {
        return kind.equals(other.kind)
                ? name.compareTo(other.name)
                : toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind + ":" + name;
    }
}
