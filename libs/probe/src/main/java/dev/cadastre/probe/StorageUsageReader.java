package dev.cadastre.probe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands {@code df -Pk}, whose columns POSIX fixes. */
final class StorageUsageReader implements SectionReader {

    private static final Pattern LINE =
            Pattern.compile(".*?\\s([0-9]+)\\s+([0-9]+)\\s+([0-9]+)\\s+([0-9]+%|-)\\s+(/.*)");

    @Override
    public void read(SectionText text, Findings findings) {
        for (String line : text.lines("")) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && !Mount.passing(matcher.group(5))) {
                String name = "mount." + matcher.group(5);
                findings.state(name + ".size", Numbers.kibibytes(matcher.group(1)));
                findings.measure(name + ".used", Numbers.kibibytes(matcher.group(2)));
                findings.measure(name + ".free", Numbers.kibibytes(matcher.group(3)));
            }
        }
    }
}
