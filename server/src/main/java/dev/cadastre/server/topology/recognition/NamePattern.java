package dev.cadastre.server.topology.recognition;

/**
 * A name in which {@code *} stands for any characters and {@code ?} for one. Matching takes at most
 * as many steps as the product of both lengths, and names beyond {@link #LONGEST_NAME} characters
 * match nothing, so that no host can make it work for long.
 */
record NamePattern(String text) {
    static final int LONGEST_NAME = 256;

    boolean isExact() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    boolean matches(String name) {
        if (name.length() > LONGEST_NAME) {
            return false;
        }
        int at = 0;
        int next = 0;
        int star = -1;
        int resumed = 0;
        while (next < name.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at;
                at++;
                resumed = next;
            } else if (at < text.length() && fits(text.charAt(at), name.charAt(next))) {
                at++;
                next++;
            } else if (star >= 0) {
                // The star takes one character more, and what follows it is tried again.
                at = star + 1;
                resumed++;
                next = resumed;
            } else {
                return false;
            }
        }
        return text.substring(at).chars().allMatch(c -> c == '*');
    }

    private static boolean fits(char pattern, char name) {
        return pattern == '?' || pattern == name;
    }
}
