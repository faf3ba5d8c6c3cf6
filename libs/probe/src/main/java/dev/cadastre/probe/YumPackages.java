package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what {@code yum list available} prints: name and architecture, version, repository. A line
 * that was too long goes on in the next one, which then begins with a space.
 */
final class YumPackages {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int COLUMNS = 3;

    private final List<OfferedPackage> offers = new ArrayList<>();
    private String line = "";

    private YumPackages() {}

    static List<OfferedPackage> read(List<String> lines) {
        var list = new YumPackages();
        lines.forEach(list::take);
        list.finish();
        return list.offers;
    }

    private void take(String next) {
        boolean goesOn = next.startsWith(" ") || next.startsWith("\t");
        if (!goesOn) {
            finish();
        }
        // What goes on for longer than a line of three columns can is something else.
        line = line.length() < 1_000 ? line + next : line;
    }

    private void finish() {
        String[] words = SPACES.split(line.strip(), -1);
        line = "";
        int dot = words[0].lastIndexOf('.');
        if (words.length == COLUMNS && dot > 0) {
            offers.add(
                    new OfferedPackage(
                            PackageType.RPM, words[0].substring(0, dot), words[1], words[2]));
        }
    }
}
