package dev.cadastre.change.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A secret to look for: each of its characters with all the ways in which it may be spelled. */
final class Needle {

    /** Part of a secret in Base64 that is shorter than this is too often something else. */
    private static final int SHORTEST_PART = 8;

    private static final Map<String, List<String>> SPELLINGS =
            Map.of(
                    "'", List.of("'\\''", "'\"'\"'", "&#39;", "&#x27;", "&apos;"),
                    "\"", List.of("&quot;", "&#34;"),
                    "&", List.of("&amp;"),
                    "<", List.of("&lt;"),
                    ">", List.of("&gt;"),
                    " ", List.of("+"),
                    "\n", List.of("\\n", "\r\n"),
                    "\r", List.of("\\r"),
                    "\t", List.of("\\t"));

    private final List<List<String>> characters;

    private Needle(List<List<String>> characters) {
        this.characters = characters;
    }

    /** All that a secret may look like. */
    static List<Needle> all(String secret) {
        List<Needle> needles = new ArrayList<>();
        needles.add(spelled(secret));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> encoded = new LinkedHashSet<>();
        encoded.add(Base64.getEncoder().encodeToString(bytes));
        encoded.add(
                Base64.getEncoder()
                        .encodeToString((secret + "\n").getBytes(StandardCharsets.UTF_8)));
        for (int offset = 0; offset < 3; offset++) {
            String part = part(bytes, offset);
            if (part.length() >= SHORTEST_PART) {
                encoded.add(part);
            }
        }
        for (String text : List.copyOf(encoded)) {
            encoded.add(text.replace('+', '-').replace('/', '_'));
        }
        encoded.forEach(text -> needles.add(wrapped(text)));
        return needles;
    }

    /** What of the secret's Base64 does not depend on what comes before and after it. */
    private static String part(byte[] secret, int offset) {
        byte[] moved = new byte[offset + secret.length];
        System.arraycopy(secret, 0, moved, offset, secret.length);
        int from = (offset * 8 + 5) / 6;
        int to = moved.length * 8 / 6;
        String text = Base64.getEncoder().withoutPadding().encodeToString(moved);
        return to > from ? text.substring(from, to) : "";
    }

    private static Needle spelled(String secret) {
        return new Needle(
                secret.codePoints().mapToObj(Character::toString).map(Needle::spellings).toList());
    }

    private static List<String> spellings(String character) {
        Set<String> all = new LinkedHashSet<>(List.of(character, "\\" + character));
        all.addAll(SPELLINGS.getOrDefault(character, List.of()));
        all.addAll(inBothCases(percent(character)));
        all.addAll(inBothCases(unicode(character)));
        return List.copyOf(all);
    }

    /** Base64 is broken into lines by many tools, and its signs are spelled in URLs. */
    private static Needle wrapped(String base64) {
        List<List<String>> characters = new ArrayList<>();
        for (int at = 0; at < base64.length(); at++) {
            List<String> all = new ArrayList<>();
            for (String sign : signs(base64.substring(at, at + 1))) {
                all.add(sign);
                if (!characters.isEmpty()) {
                    all.add("\n" + sign);
                    all.add("\r\n" + sign);
                }
            }
            characters.add(all);
        }
        return new Needle(characters);
    }

    private static List<String> signs(String one) {
        return "+/=".contains(one)
                ? List.of(one, percent(one), percent(one).toLowerCase(Locale.ROOT))
                : List.of(one);
    }

    private static String percent(String character) {
        StringBuilder text = new StringBuilder();
        for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
            text.append("%%%02X".formatted(one & 0xff));
        }
        return text.toString();
    }

    private static String unicode(String character) {
        StringBuilder text = new StringBuilder();
        character.chars().forEach(one -> text.append("\\u%04X".formatted(one)));
        return text.toString();
    }

    private static List<String> inBothCases(String text) {
        return List.of(text, text.toLowerCase(Locale.ROOT));
    }

    /** Adds the characters with which it may begin. */
    void first(BitSet first) {
        characters.get(0).forEach(spelling -> first.set(spelling.charAt(0)));
    }

    /** As {@link Masking#lengthAt}. Takes time in proportion to its own length, however spelled. */
    int lengthAt(CharSequence text, int at, boolean last) {
        BitSet lengths = new BitSet();
        lengths.set(0);
        boolean open = false;
        for (List<String> spellings : characters) {
            BitSet next = new BitSet();
            for (int length : lengths.stream().toArray()) {
                for (String spelling : spellings) {
                    int matched = matched(text, at + length, spelling);
                    if (matched == spelling.length()) {
                        next.set(length + matched);
                    } else if (at + length + matched == text.length()) {
                        open = true;
                    }
                }
            }
            if (next.isEmpty()) {
                return open && !last ? -1 : 0;
            }
            lengths = next;
        }
        return open && !last ? -1 : lengths.length() - 1;
    }

    private static int matched(CharSequence text, int at, String spelling) {
        int count = 0;
        while (count < spelling.length()
                && at + count < text.length()
                && text.charAt(at + count) == spelling.charAt(count)) {
            count++;
        }
        return count;
    }
}
