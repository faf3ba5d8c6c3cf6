package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code dnf repoquery} prints in the form that the script asks for. */
final class DnfPackages {

    private static final String SEPARATOR = "|";
    private static final int COLUMNS = 6;
    private static final Pattern SOURCE =
            Pattern.compile("(\\S{1,300})-([^-\\s]{1,100}-[^-\\s]{1,100})\\.(?:no)?src\\.rpm");

    private DnfPackages() {}

    static List<OfferedPackage> read(List<String> lines) {
        List<OfferedPackage> offers = new ArrayList<>();
        for (String line : lines) {
            String[] columns = line.split(Pattern.quote(SEPARATOR), -1);
            if (columns.length == COLUMNS && !columns[2].isBlank()) {
                offers.add(offer(columns));
            }
        }
        return offers;
    }

    private static OfferedPackage offer(String[] columns) {
        String version = columns[2] + "-" + columns[3];
        boolean epoch = !columns[1].isBlank() && !columns[1].equals("0");
        var offer =
                new OfferedPackage(
                        PackageType.RPM,
                        columns[0],
                        epoch ? columns[1] + ":" + version : version,
                        columns[4]);
        Matcher source = SOURCE.matcher(columns[5]);
        return source.matches() ? offer.builtFrom(source.group(1), source.group(2)) : offer;
    }
}
