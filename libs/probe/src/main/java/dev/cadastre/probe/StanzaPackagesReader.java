package dev.cadastre.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands the stanzas of dpkg and of apk, which the probe prints as lines of seven columns:
 * name, status, architecture, version, source, maintainer, origin.
 */
final class StanzaPackagesReader implements SectionReader {

    private static final int COLUMNS = 7;

    /** deb-control(5): a source's version is told only where it differs. */
    private static final Pattern SOURCE = Pattern.compile("([^\\s(]++)\\s*+(?:\\((.*)\\))?+");

    private final PackageType type;

    StanzaPackagesReader(PackageType type) {
        this.type = type;
    }

    @Override
    public void read(SectionText text, Findings findings) {
        Map<String, String[]> latest = new LinkedHashMap<>();
        for (String line : text.lines("")) {
            String[] columns = line.split("\t", COLUMNS);
            if (columns.length == COLUMNS) {
                latest.put(columns[0] + "\t" + columns[2], columns);
            }
        }
        for (String[] columns : latest.values()) {
            InstalledPackage installed = parse(columns, findings.section());
            if (installed != null) {
                findings.add(findings.packages, installed);
            }
        }
    }

    private @Nullable InstalledPackage parse(String[] columns, Section section) {
        String name = Cleaned.value(columns[0]);
        String version = Cleaned.value(columns[3]);
        if (name == null || version == null || !columns[1].equals("installed")) {
            return null;
        }
        String told = Cleaned.value(columns[4]);
        Matcher source = SOURCE.matcher(told == null ? "" : told);
        boolean named = source.matches();
        String sourceVersion = named ? Cleaned.value(source.group(2)) : null;
        return new InstalledPackage(
                section,
                type,
                name,
                version,
                Cleaned.value(columns[2]),
                named ? source.group(1) : name,
                sourceVersion != null ? sourceVersion : version,
                vendor(columns),
                null,
                null);
    }

    private static @Nullable String vendor(String[] columns) {
        String origin = Cleaned.value(columns[6]);
        return origin != null ? origin : Cleaned.value(columns[5]);
    }
}
