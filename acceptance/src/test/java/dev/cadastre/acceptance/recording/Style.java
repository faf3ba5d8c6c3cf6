package dev.cadastre.acceptance.recording;

import java.util.List;

/** How characters look. */
record Style(boolean bold, boolean dim, Colour colour) {

    static final Style PLAIN = new Style(false, false, Colour.NONE);

    /** The colours of ECMA-48. */
    enum Colour {
        BLACK,
        RED,
        GREEN,
        YELLOW,
        BLUE,
        MAGENTA,
        CYAN,
        WHITE,
        NONE
    }

    private static final int BOLD = 1;
    private static final int DIM = 2;
    private static final int NEITHER = 22;
    private static final int FIRST_COLOUR = 30;
    private static final List<Colour> COLOURS =
            List.of(
                    Colour.BLACK,
                    Colour.RED,
                    Colour.GREEN,
                    Colour.YELLOW,
                    Colour.BLUE,
                    Colour.MAGENTA,
                    Colour.CYAN,
                    Colour.WHITE);
    private static final int NO_COLOUR = 39;

    /** This one after a code of "select graphic rendition"; others than these change nothing. */
    Style after(int code) {
        return switch (code) {
            case 0 -> PLAIN;
            case BOLD -> new Style(true, dim, colour);
            case DIM -> new Style(bold, true, colour);
            case NEITHER -> new Style(false, false, colour);
            case NO_COLOUR -> new Style(bold, dim, Colour.NONE);
            default ->
                    code >= FIRST_COLOUR && code < FIRST_COLOUR + COLOURS.size()
                            ? new Style(bold, dim, COLOURS.get(code - FIRST_COLOUR))
                            : this;
        };
    }
}
