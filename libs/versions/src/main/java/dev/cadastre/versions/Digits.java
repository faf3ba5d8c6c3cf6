package dev.cadastre.versions;

/** Numbers as the digits they are written in: of any length, compared in one pass over them. */
final class Digits {
    private Digits() {}

    /** By value; no digits at all are zero. */
    static int compare(String a, String b) {
        int i = leadingZeros(a);
        int j = leadingZeros(b);
        int byLength = Integer.compare(a.length() - i, b.length() - j);
        return byLength != 0 ? byLength : a.substring(i).compareTo(b.substring(j));
    }

    static boolean isZero(String digits) {
        return leadingZeros(digits) == digits.length();
    }

    /** Whether this word, which is not empty, is a number and not a name. */
    static boolean isNumber(String word) {
        return word.chars().allMatch(Ascii::isDigit);
    }

    private static int leadingZeros(String digits) {
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros;
    }
}
