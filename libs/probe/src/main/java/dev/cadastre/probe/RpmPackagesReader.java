package dev.cadastre.probe;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands the lines that {@code rpm -qa} prints for the probe: name, version, architecture,
 * source rpm, vendor, packager, signature.
 */
final class RpmPackagesReader implements SectionReader {

    private static final int COLUMNS = 7;
    private static final Pattern SOURCE = Pattern.compile("(.+)-([^-]+-[^-]+)\\.(?:no)?src\\.rpm");
    private static final Pattern KEY = Pattern.compile("Key ID ([0-9A-Fa-f]{8,64})");

    @Override
    public void read(SectionText text, Findings findings) {
        for (String line : text.lines("")) {
            String[] columns = line.split("\t", COLUMNS);
            if (columns.length == COLUMNS && told(columns[0]) != null && told(columns[1]) != null) {
                findings.add(findings.packages, parse(columns, findings.section()));
            }
        }
    }

    private static InstalledPackage parse(String[] columns, Section section) {
        Matcher source = SOURCE.matcher(columns[3]);
        boolean built = source.matches();
        String vendor = told(columns[4]);
        return new InstalledPackage(
                section,
                PackageType.RPM,
                columns[0].strip(),
                columns[1].strip(),
                told(columns[2]),
                built ? source.group(1) : null,
                built ? source.group(2) : null,
                vendor != null ? vendor : told(columns[5]),
                key(columns[6]),
                null);
    }

    /** rpm prints this where a package has no such tag. */
    private static @Nullable String told(String column) {
        String value = Cleaned.value(column);
        return value == null || value.equals("(none)") ? null : value;
    }

    private static @Nullable String key(String signature) {
        Matcher matcher = KEY.matcher(signature);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
