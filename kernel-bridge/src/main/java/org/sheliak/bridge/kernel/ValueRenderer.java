package org.sheliak.bridge.kernel;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.sheliak.Displayable;
import org.sheliak.MimeBundle;

/// Renders every value: by the first special renderer that knows it, else as it says itself, else as text.
public final class ValueRenderer {
    private static final int MAX_TEXT_LENGTH = 100_000;

    private final List<Renderer> special;

    public ValueRenderer(List<Renderer> special) {
        this.special = List.copyOf(special);
    }

    public MimeBundle render(@Nullable Object value) {
        if (value == null) {
            return MimeBundle.text("null");
        }
        for (Renderer renderer : special) {
            var bundle = renderer.render(value);
            if (bundle.isPresent()) {
                return bundle.get();
            }
        }
        return switch (value) {
            case MimeBundle bundle -> bundle;
            case Displayable displayable -> displayable.toMimeBundle();
            case RenderedImage image -> image(image);
            default -> MimeBundle.text(shortened(text(value)));
        };
    }

    private static MimeBundle image(RenderedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MimeBundle.text("image of " + image.getWidth() + " by " + image.getHeight() + " pixels")
                .with("image/png", Base64.getEncoder().encodeToString(png.toByteArray()));
    }

    private static String text(Object value) {
        if (!value.getClass().isArray()) {
            return String.valueOf(value);
        }
        String inList = Arrays.deepToString(new Object[] {value});
        return inList.substring(1, inList.length() - 1);
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TEXT_LENGTH
                ? text
                : text.substring(0, MAX_TEXT_LENGTH) + "… (" + text.length() + " characters)";
    }
}
