from ultralytics import YOLO

model = YOLO("pallets.pt")
print(model("yard.jpg"))
