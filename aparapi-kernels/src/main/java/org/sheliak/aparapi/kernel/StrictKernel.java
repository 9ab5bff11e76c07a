package org.sheliak.aparapi.kernel;

import com.aparapi.Kernel;
import com.aparapi.Range;
import com.aparapi.device.OpenCLDevice;

/// A kernel that runs on an OpenCL device or throws, never in Java, and the atomic functions that Aparapi lacks.
///
/// Aparapi turns a call of a mapped method into its OpenCL text. A macro in that text has no address space, so it
/// takes arrays in global and in local memory alike.
@SuppressWarnings("UnusedVariable") // the parameters of mapped methods are read by OpenCL only
public abstract class StrictKernel extends Kernel {

    /// Aparapi wanted to leave the device.
    public static final class LeftDeviceException extends RuntimeException {
        private static final long serialVersionUID = 1;

        LeftDeviceException(String kernel) {
            super(kernel + " was not run by the OpenCL device");
        }
    }

    private boolean wasLaunched;

    /// Runs the kernel on the device that made the range, and waits for it.
    ///
    /// @throws LeftDeviceException if the device does not take the kernel
    protected final void launch(Range range) {
        execute(range);
        wasLaunched = true;
        if (!isRunningCL() || !(getTargetDevice() instanceof OpenCLDevice)) {
            throw new LeftDeviceException(getClass().getSimpleName());
        }
    }

    /// Gives the device's memory back.
    /// Aparapi's native code crashes on a kernel that was compiled and never launched; such a kernel holds nothing.
    @Override
    public final synchronized void dispose() {
        if (wasLaunched) {
            super.dispose();
        }
    }

    @Override
    public final boolean hasFallbackAlgorithm() {
        return true;
    }

    @Override
    public final void executeFallbackAlgorithm(Range range, int passId) {
        throw new LeftDeviceException(getClass().getSimpleName());
    }

    /// Adds to an element, atomically.
    @OpenCLMapping(mapTo = "\n#define SHELIAK_ADD(a,i,v) atomic_add(&(a)[i],(v))\nSHELIAK_ADD")
    protected int addTo(int[] array, int index, int value) {
        return 0;
    }

    /// Lowers an element to a value if it is greater, atomically.
    @OpenCLMapping(mapTo = "\n#define SHELIAK_LOWER(a,i,v) atomic_min(&(a)[i],(v))\nSHELIAK_LOWER")
    protected int lowerTo(int[] array, int index, int value) {
        return 0;
    }
}
