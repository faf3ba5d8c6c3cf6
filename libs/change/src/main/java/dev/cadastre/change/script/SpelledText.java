package dev.cadastre.change.script;

/** Text of which line ends and backslashes were spelled so that it is one line. */
final class SpelledText {

    private SpelledText() {}

    static String read(String spelled) {
        if (spelled.indexOf('\\') < 0) {
            return spelled;
        }
        StringBuilder text = new StringBuilder(spelled.length());
        for (int i = 0; i < spelled.length(); i++) {
            char c = spelled.charAt(i);
            if (c == '\\' && i + 1 < spelled.length()) {
                text.append(meant(spelled.charAt(++i)));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static char meant(char spelled) {
        return switch (spelled) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> spelled;
        };
    }
}
