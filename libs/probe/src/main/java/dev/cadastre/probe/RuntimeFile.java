package dev.cadastre.probe;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A runtime as its place in the file system tells it.
 *
 * @param kind {@code python}, {@code java} …
 * @param version as far as the place tells it
 * @param path the executable or the home folder
 */
record RuntimeFile(String kind, @Nullable String version, String path) {

    /**
     * Which paths are a runtime; group 1, if it is there, is the version. Most paths lack the word
     * that all of a place's paths have, which is found out much faster.
     */
    private record Place(String kind, String word, Pattern pattern) {
        Place(String kind, String word, String regex) {
            this(kind, word, Pattern.compile(regex));
        }

        Optional<RuntimeFile> match(String path) {
            Matcher matcher = pattern.matcher(path);
            if (!path.contains(word) || !matcher.matches()) {
                return Optional.empty();
            }
            String version = matcher.groupCount() > 0 ? matcher.group(1) : null;
            return Optional.of(new RuntimeFile(kind, version, withoutVersion(path)));
        }
    }

    private static final List<Place> PLACES =
            List.of(
                    new Place(
                            "python",
                            "/pyenv/",
                            ".*/pyenv/versions/([0-9][^/]*)/bin/python[0-9.]+"),
                    new Place(
                            "python",
                            "/.pyenv/",
                            ".*/\\.pyenv/versions/([0-9][^/]*)/bin/python[0-9.]+"),
                    new Place("python", "/python", ".*/bin/python([0-9]+\\.[0-9]+)"),
                    new Place("python", "/python", ".*/bin/python[0-9.]*"),
                    new Place("python", "/pypy", ".*/bin/pypy[0-9.]*"),
                    new Place("node", "/node", ".*/versions/node/v([0-9][^/]*)/bin/node"),
                    new Place("node", "/node", ".*/bin/node(?:js)?"),
                    new Place(
                            "ruby",
                            "/ruby",
                            ".*/(?:versions|rubies)/(?:ruby-)?([0-9][^/]*)/bin/ruby"),
                    new Place("ruby", "/ruby", ".*/bin/ruby([0-9.]+)?"),
                    new Place("php", "/php", ".*/s?bin/php(?:-fpm|-cgi)?([0-9.]+)?"),
                    new Place("perl", "/perl", ".*/bin/perl(5\\.[0-9.]+)?"),
                    new Place(
                            "postgres",
                            "/postgres",
                            ".*/(?:postgresql/|pgsql-)([0-9.]+)/bin/postgres"),
                    new Place("postgres", "/postgres", ".*/postgres"),
                    new Place("mariadb", "/mariadbd", ".*/mariadbd"),
                    new Place("mysql", "/mysqld", ".*/mysqld"),
                    new Place("dotnet", "/Microsoft", ".*/Microsoft\\.NETCore\\.App/([0-9][^/]*)"),
                    new Place("dotnet", "/dotnet", ".*/dotnet"));

    private static final Pattern CONDA =
            Pattern.compile("(.*)/conda-meta/python-([0-9][^-/]*)-[^/]*\\.json");
    private static final Pattern PERL_WITH_VERSION = Pattern.compile("(.*/bin/perl)5\\.[0-9.]+");
    private static final Pattern JAVA_HOME = Pattern.compile("(.*?)(?:/jre)?/bin/java");
    private static final Pattern RELEASE = Pattern.compile("(.*)/release");
    private static final Pattern JAVA_VERSION = Pattern.compile("JAVA_VERSION=\"([^\"]{1,60})\"");

    /** The runtime that a file is. */
    static Optional<RuntimeFile> ofPath(String path) {
        Matcher conda = CONDA.matcher(path);
        if (path.contains("/conda-meta/") && conda.matches()) {
            return Optional.of(new RuntimeFile("python", conda.group(2), conda.group(1)));
        }
        for (Place place : PLACES) {
            Optional<RuntimeFile> found = place.match(path);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Perl installs itself under two names. */
    private static String withoutVersion(String path) {
        Matcher perl = PERL_WITH_VERSION.matcher(path);
        return perl.matches() ? perl.group(1) : path;
    }

    /** The Java home that a {@code release} file describes. */
    static Optional<RuntimeFile> ofJava(String source, List<String> lines) {
        Matcher home = RELEASE.matcher(source);
        if (!home.matches()) {
            return Optional.empty();
        }
        return lines.stream()
                .map(JAVA_VERSION::matcher)
                .filter(Matcher::matches)
                .map(version -> new RuntimeFile("java", version.group(1), home.group(1)))
                .findFirst();
    }

    /** The runtime that a process executes. */
    static Optional<RuntimeFile> ofExecutable(String exe) {
        Matcher java = JAVA_HOME.matcher(exe);
        return java.matches()
                ? Optional.of(new RuntimeFile("java", null, java.group(1)))
                : ofPath(exe);
    }

    /** Of two that describe one path, that with the longer version. */
    RuntimeFile finer(RuntimeFile other) {
        return length(other.version) > length(version) ? other : this;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
