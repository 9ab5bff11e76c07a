package org.sheliak.aparapi.device;

import com.aparapi.device.Device;
import com.aparapi.device.OpenCLDevice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The OpenCL devices of this machine.
public final class OpenClDevices {
    private OpenClDevices() {}

    /// The device of a type with the most memory. Empty where there is none, or no OpenCL at all.
    public static Optional<OpenCLDevice> largest(Device.TYPE type) {
        DriverEnvironment.leaveSignalsToTheJvm();
        AparapiLogging.quieten();
        // Aparapi's default maps the Java heap into the device, which a GPU would then read over the bus.
        OpenCLDevice.setConfigurator(device -> device.setSharedMemory(device.getType() == Device.TYPE.CPU));
        List<OpenCLDevice> devices = OpenCLDevice.listDevices(type);
        return devices == null
                ? Optional.empty()
                : devices.stream().max(Comparator.comparingLong(OpenCLDevice::getGlobalMemSize));
    }

    /// Name of a device and of its driver, for the log.
    public static String describe(OpenCLDevice device) {
        return device.getName() + " (" + device.getOpenCLPlatform().getName() + ", "
                + device.getOpenCLPlatform().getVersion() + ")";
    }
}
