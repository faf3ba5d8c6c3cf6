package com.example.links;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PagesTest {

    @Test
    void leadsNowhereButIntoTheWeb() {
        assertTrue(Pages.isAddress("https://example.com/a?b"));
        assertFalse(Pages.isAddress("javascript:alert(1)"));
        assertFalse(Pages.isAddress("//example.com"));
        assertFalse(Pages.isAddress("http://a b"));
    }
}
