package dev.cadastre.server.monitoring.check;

/** A text that is no more read when the time of a check is over, whoever reads it. */
final class TimedText implements CharSequence {

    private static final int BETWEEN_LOOKS = 0xFFF;

    private final CharSequence text;
    private final Course course;
    private int read;

    TimedText(CharSequence text, Course course) {
        this.text = text;
        this.course = course;
    }

    /** The time is over. */
    static final class OutOfTime extends RuntimeException {
        private OutOfTime() {
            super("out of time", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if ((++read & BETWEEN_LOOKS) == 0 && course.isOver()) {
            throw new OutOfTime();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new TimedText(text.subSequence(start, end), course);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
