package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfTest {
    private final Shelf shelf =
            new Shelf(
                    List.of(
                            new Shelf.Book("The Name of the Rose", "Umberto Eco", 512),
                            new Shelf.Book("Foucault's Pendulum", "Umberto Eco", 641),
                            new Shelf.Book("Momo", "Michael Ende", 304)));

    @Test
    void findsWhatAQueryAsksFor() {
        assertEquals(
                List.of("Foucault's Pendulum", "Momo"),
                shelf.find("author:*Eco pages>600 OR -author:*Eco"));
    }

    @Test
    void showsWhereAQueryIsWrong() {
        var problem =
                assertThrows(IllegalArgumentException.class, () -> shelf.find("Rose autor:Eco"));

        assertEquals(
                """
                Rose autor:Eco
                     ^^^^^ no field is called 'autor'; did you mean author? [query.unknown-field]""",
                problem.getMessage());
    }
}
