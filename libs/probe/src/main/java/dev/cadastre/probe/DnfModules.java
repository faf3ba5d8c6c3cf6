package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the tables that {@code dnf module list} prints, one for each repository, which is named
 * above it. Streams that are no version, such as {@code rhel8}, are left out.
 */
final class DnfModules {

    private static final Pattern HEADER = Pattern.compile("Name +Stream +Profiles.*");
    private static final Pattern STREAM = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}");
    private static final Pattern SPACES = Pattern.compile(" +");

    private DnfModules() {}

    static List<OfferedPackage> read(List<String> lines) {
        List<OfferedPackage> offers = new ArrayList<>();
        String above = "";
        String repository = "";
        boolean inTable = false;
        for (String line : lines) {
            if (HEADER.matcher(line).matches()) {
                repository = above.strip();
                inTable = true;
            } else if (line.isBlank()) {
                inTable = false;
            } else if (inTable) {
                String[] words = SPACES.split(line, 3);
                if (words.length > 1 && STREAM.matcher(words[1]).matches()) {
                    offers.add(stream(words[0], words[1], repository));
                }
            }
            above = line;
        }
        return offers;
    }

    private static OfferedPackage stream(String name, String stream, String repository) {
        return new OfferedPackage(PackageType.RPM, name, stream, repository, null, null, true);
    }
}
