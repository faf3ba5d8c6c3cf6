package dev.cadastre.server.inventory.support;

import dev.cadastre.server.inventory.InvalidFeed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the files that facts can be loaded from. All of a file is taken, or nothing. */
final class FactDocument {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private FactDocument() {}

    /**
     * A day such as 2026-10-31; the database ends before the last one that Java reads.
     *
     * @throws DateTimeException if it is none
     */
    static LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new DateTimeException("It is not of the form 2026-10-31");
        }
        return LocalDate.parse(text);
    }

    /**
     * The facts in a document of endoflife.date or a table of distro-info.
     *
     * @param today when they are taken to have been looked up unless the document tells
     * @throws InvalidFeed naming the place of what is wrong first
     */
    static List<SupportFact> read(byte[] content, LocalDate today) {
        String text = text(content);
        List<SupportFact> facts =
                text.stripLeading().startsWith("{")
                        ? EndOfLifeDocument.read(text, today)
                        : DistroInfo.read(text, today);
        if (facts.isEmpty()) {
            throw new InvalidFeed("the whole", "There is no release in it.");
        }
        refuseDoubles(facts);
        return facts;
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidFeed("the whole", "It is not UTF-8.", e);
        }
    }

    private static void refuseDoubles(List<SupportFact> facts) {
        Set<List<String>> seen = new HashSet<>();
        for (SupportFact fact : new ArrayList<>(facts)) {
            if (!seen.add(List.of(fact.product(), fact.cycle()))) {
                throw new InvalidFeed(
                        fact.product() + " " + fact.cycle(), "It is there more than once.");
            }
        }
    }
}
