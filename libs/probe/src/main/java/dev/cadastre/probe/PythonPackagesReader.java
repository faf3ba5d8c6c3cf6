package dev.cadastre.probe;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands Python distributions: for each folder of them, lines of name, version and file name
 * ({@code METADATA} and {@code PKG-INFO} of the Python packaging specifications).
 */
final class PythonPackagesReader implements SectionReader {

    private static final Pattern SITE =
            Pattern.compile("(.*)/lib(?:32|64)?/python[^/]*/(?:site|dist)-packages");
    private static final Pattern COLLECTION =
            Pattern.compile("(/opt/rh/[^/]+)/root/usr(?:/local)?");
    private static final Set<String> SYSTEM = Set.of("", "/usr", "/usr/local");
    private static final Pattern SUFFIX = Pattern.compile("\\.(?:dist|egg)-info$");

    /** The part of a file's name that tells the version; each character is looked at once. */
    private static final Pattern VERSION = Pattern.compile("(?<=.)-([0-9][^-]*+)(?:$|-py[0-9])");

    @Override
    public void read(SectionText text, Findings findings) {
        text.sources()
                .forEach((site, lines) -> {
                    Matcher matcher = SITE.matcher(site);
                    if (matcher.matches()) {
                        String root = root(matcher.group(1));
                        lines.forEach(line -> add(line, root, findings));
                    }
                });
    }

    /** Null for the system's own folders. */
    private static @Nullable String root(String base) {
        Matcher collection = COLLECTION.matcher(base);
        return collection.matches() ? collection.group(1) : SYSTEM.contains(base) ? null : base;
    }

    private static void add(String line, @Nullable String root, Findings findings) {
        String[] columns = line.split("\t", 3);
        Matcher suffix = SUFFIX.matcher(columns.length < 3 ? "" : columns[2]);
        String file = suffix.find() ? columns[2].substring(0, suffix.start()) : "";
        Matcher inName = VERSION.matcher(file);
        boolean named = inName.find();
        String name = told(columns, 0, named ? file.substring(0, inName.start()) : null);
        String version = told(columns, 1, named ? inName.group(1) : null);
        if (name != null && version != null) {
            findings.add(
                    findings.packages,
                    new InstalledPackage(
                            findings.section(),
                            PackageType.PYPI,
                            name,
                            version,
                            null,
                            null,
                            null,
                            null,
                            null,
                            root));
        }
    }

    private static @Nullable String told(String[] columns, int index, @Nullable String otherwise) {
        String value = index < columns.length ? Cleaned.value(columns[index]) : null;
        return value != null ? value : Cleaned.value(otherwise);
    }
}
